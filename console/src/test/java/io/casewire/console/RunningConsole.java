package io.casewire.console;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The console as it runs, on a free port of this machine. */
public final class RunningConsole implements AutoCloseable {
    private final ServletWebServerApplicationContext context;

    private RunningConsole(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** With all four services at one address. */
    public static RunningConsole before(URI service, String... properties) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", "0");
        settings.put("logging.structured.format.console", "");
        for (String name : List.of("ingest", "catalog", "replication", "notify")) {
            settings.put("casewire.routes." + name, service.toString());
        }
        for (String property : properties) {
            int equals = property.indexOf('=');
            settings.put(property.substring(0, equals), property.substring(equals + 1));
        }
        return new RunningConsole((ServletWebServerApplicationContext) ConsoleApplication.builder()
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
                        .toArray(String[]::new)));
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return context.getWebServer() == null ? -1 : context.getWebServer().getPort();
    }

    ServletWebServerApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }
}
