package io.casewire.console.contracts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of contracts, for networks that reach nothing else: {@code asyncapi.json} and {@code .yaml}, {@code openapi/SERVICE.json}, {@code
 * schema/EVENT.json}, {@code golden/EVENT.json} (an example each), {@code index.html} in Chinese and {@code en.html}. All links in it are relative.
 */
public final class ContractFiles {
    static final List<String> SERVICES = List.of("ingest", "catalog", "replication", "notify");

    /** A reproducible archive says no time of its own. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final List<String> events = new ArrayList<>();

    private ContractFiles() {}

    /** Those of this build. */
    public static ContractFiles ofThisBuild() {
        ContractFiles contracts = new ContractFiles();
        JsonNode topics = JSON.readTree(contracts.take("asyncapi.json"));
        topics.at("/components/messages").properties().forEach(message -> {
            if (message.getValue().path("payload").has("schema")) {
                contracts.events.add(message.getKey());
            }
        });
        for (String event : contracts.events) {
            contracts.take("schema/" + event + ".json");
            contracts.take("golden/" + event + ".json");
        }
        Map<String, JsonNode> services = new LinkedHashMap<>();
        for (String service : SERVICES) {
            byte[] openapi = contracts.take("openapi/" + service + "/openapi.json", "openapi/" + service + ".json");
            services.put(service, JSON.readTree(openapi));
        }
        contracts.take("contracts.css");
        contracts.put("asyncapi.yaml", yaml(topics));
        for (Language language : Language.values()) {
            contracts.put(language.file(), new ContractPage(language, topics, services).html());
        }
        return contracts;
    }

    /** The wire names of events. */
    List<String> events() {
        return List.copyOf(events);
    }

    /** The file of that name in the folder, such as {@code schema/casewire.case.published.v1.json}; empty if there is none. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** All of it in one archive. */
    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry("casewire-contracts/" + file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes them into that folder, which is made where it is missing. */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.write(path, file.getValue());
        }
    }

    private byte[] take(String name) {
        return take(name, name);
    }

    private byte[] take(String resource, String name) {
        try (InputStream in = ContractFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("This build has no " + resource);
            }
            byte[] content = in.readAllBytes();
            files.put(name, content);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String yaml(JsonNode document) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(JSON.treeToValue(document, Object.class));
    }
}
