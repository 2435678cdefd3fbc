package io.casewire.console.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The files of the page. One digest over all of them and the page is part of their path, so that a browser keeps each and
 * never mixes those of two versions; modules import each other by relative paths and need no rewriting.
 */
@Component
final class Assets {
    static final String LOCATION = "classpath:/io/casewire/console/page/assets/";

    private static final String INDEX = "classpath:/io/casewire/console/page/index.html";
    private static final String PLACE = "{assets}";
    private static final int DIGEST_LENGTH = 16;

    private final String path;
    private final String index;

    Assets() {
        try {
            PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
            Resource page = files.getResource(INDEX);
            path = "/assets/" + digest(files.getResources(LOCATION + "**/*.*"), page);
            index = text(page);
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the page cannot be read", e);
        }
    }

    /** Without a slash at the end, for example {@code /assets/0123456789abcdef}. */
    String path() {
        return path;
    }

    /**
     * The page itself, with the path of its assets in place.
     *
     * @param prefix under which a browser reaches the console; empty where that is not known: the path is then relative, so
     *     that it holds below any prefix whose address ends with a slash
     */
    byte[] index(String prefix) {
        String place = prefix.isEmpty() ? path.substring(1) : prefix + path;
        return index.replace(PLACE, place).getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(Resource[] files, Resource page) throws IOException {
        MessageDigest sha256 = sha256();
        for (Resource file : Arrays.stream(files)
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList()) {
            sha256.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
            sha256.update(file.getContentAsByteArray());
        }
        sha256.update(page.getContentAsByteArray());
        return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST_LENGTH);
    }

    private static String text(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
