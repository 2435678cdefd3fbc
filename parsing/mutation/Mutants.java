import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Changes one condition, sum, return or call of the sources at a time and says which changes no test notices. Which are tried is drawn by
 * a seed. First the tests of the same package run, then all others but those on the real documents and those that search for run-away texts.
 *
 * <p>Arguments: module folder, file for results, seed, how many, packages. Results that are in the file are not made again.
 */
public final class Mutants {
    private static final List<String> SLOW = List.of(
            ".corpus.", ".ArchitectureTests", ".CorpusCountsTests", ".LimitsTests", ".MetamorphicTests");
    /** A change that makes the tests run so long is noticed by the clock. */
    private static final long MINUTES = 4;

    private final Path module;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path changed = Files.createTempDirectory("mutant");

    private Mutants(Path module) throws IOException {
        this.module = module;
    }

    public static void main(String[] arguments) throws Exception {
        Path results = Path.of(arguments[1]);
        Mutants mutants = new Mutants(Path.of(arguments[0]));
        int most = Integer.parseInt(arguments[3]);
        List<Mutant> all = new ArrayList<>();
        for (String name : Arrays.copyOfRange(arguments, 4, arguments.length)) {
            all.addAll(mutants.in(name));
        }
        Collections.shuffle(all, new Random(Long.parseLong(arguments[2])));
        Map<String, String> known = known(results);
        if (known.isEmpty() && mutants.isNoticed(mutants.tests())) {
            System.err.println("The tests fail without any change");
            Runtime.getRuntime().halt(1);
        }
        int counted = 0;
        for (Mutant mutant : all) {
            if (counted >= most) {
                break;
            }
            String verdict = known.get(mutant.name());
            if (verdict == null) {
                verdict = mutants.verdict(mutant);
                Files.writeString(
                        results, verdict + "\t" + mutant.name() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                System.out.println(verdict + " " + mutant.name());
                if (verdict.equals("TIMED_OUT")) {
                    // its thread cannot be ended: whoever started this starts it again
                    Runtime.getRuntime().halt(3);
                }
            }
            counted += verdict.equals("NO_CHANGE") ? 0 : 1;
        }
        report(all, known(results), most);
        Runtime.getRuntime().halt(0);
    }

    private static void report(List<Mutant> all, Map<String, String> verdicts, int most) {
        Map<String, int[]> byPackage = new TreeMap<>();
        int counted = 0;
        int noticed = 0;
        for (Mutant mutant : all) {
            String verdict = verdicts.get(mutant.name());
            if (counted < most && verdict != null && !verdict.equals("NO_CHANGE")) {
                int[] score = byPackage.computeIfAbsent(
                        mutant.source().getParent().getFileName().toString(), _ -> new int[2]);
                boolean killed = !verdict.equals("SURVIVED");
                score[0] += killed ? 1 : 0;
                score[1]++;
                counted++;
                noticed += killed ? 1 : 0;
            }
        }
        byPackage.forEach((name, score) -> System.out.println(name + " " + score[0] + " of " + score[1]));
        System.out.printf("mutation score: %d of %d noticed, %.2f%n", noticed, counted, (double) noticed / counted);
    }

    private static Map<String, String> known(Path results) throws IOException {
        Map<String, String> known = new LinkedHashMap<>();
        if (Files.exists(results)) {
            for (String line : Files.readAllLines(results)) {
                String[] parts = line.split("\t", 2);
                known.put(parts[1], parts[0]);
            }
        }
        return known;
    }

    /** All that can be changed in the sources of a package. */
    private List<Mutant> in(String name) throws IOException {
        List<Path> sources;
        Path folder = module.resolve("src/main/java").resolve(name.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            sources = files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
        List<Mutant> mutants = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    new StringWriter(), files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Finder finder = new Finder(unit, positions, mutants);
                finder.scan(unit, null);
            }
        }
        return mutants;
    }

    private String verdict(Mutant mutant) throws Exception {
        if (!compiles(mutant)) {
            return "NO_CHANGE";
        }
        String own = mutant.source().getParent().toString();
        String name = own.substring(own.indexOf("src/main/java/") + 14).replace('/', '.');
        List<String> near = new ArrayList<>();
        List<String> far = new ArrayList<>();
        for (String test : tests()) {
            (test.substring(0, test.lastIndexOf('.')).equals(name) ? near : far).add(test);
        }
        Collections.sort(far, (a, b) -> Boolean.compare(a.contains(".field."), b.contains(".field.")));
        FutureTask<Boolean> noticed = new FutureTask<>(() -> isNoticed(near) || isNoticed(far));
        Thread runner = Thread.ofPlatform().daemon().start(noticed);
        try {
            return noticed.get(MINUTES, TimeUnit.MINUTES) ? "NOTICED" : "SURVIVED";
        } catch (TimeoutException e) {
            runner.interrupt();
            return "TIMED_OUT";
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError) {
                // the change made the tests collect without end
                return "NOTICED";
            }
            throw e;
        }
    }

    private List<String> tests() throws IOException {
        Path classes = module.resolve("target/test-classes");
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith("Tests.class"))
                    .map(file -> classes.relativize(file).toString().replace('/', '.').replace(".class", ""))
                    .filter(test -> SLOW.stream().noneMatch(test::contains))
                    .sorted()
                    .toList();
        }
    }

    private boolean compiles(Mutant mutant) throws IOException {
        try (Stream<Path> old = Files.walk(changed)) {
            old.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        }
        String code = Files.readString(mutant.source());
        String mutated = code.substring(0, mutant.from()) + mutant.after() + code.substring(mutant.to());
        JavaFileObject source = new SimpleJavaFileObject(
                URI.create("string:///" + mutant.source().getFileName()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreErrors) {
                return mutated;
            }
        };
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            String classPath = module.resolve("target/classes") + File.pathSeparator + System.getProperty("java.class.path");
            return compiler.getTask(
                            new StringWriter(),
                            files,
                            null,
                            List.of("-proc:none", "-d", changed.toString(), "-cp", classPath),
                            null,
                            List.of(source))
                    .call();
        }
    }

    private boolean isNoticed(List<String> tests) throws IOException {
        if (tests.isEmpty()) {
            return false;
        }
        URL[] places = {
            changed.toUri().toURL(),
            module.resolve("target/classes").toUri().toURL(),
            module.resolve("target/test-classes").toUri().toURL()
        };
        Thread thread = Thread.currentThread();
        ClassLoader around = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(places, Mutants.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            Launcher launcher = LauncherFactory.create();
            for (String test : tests) {
                LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(loader, test))
                        .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                        .build();
                boolean[] failed = new boolean[1];
                launcher.execute(request, new TestExecutionListener() {
                    @Override
                    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
                        failed[0] |= result.getStatus() == TestExecutionResult.Status.FAILED;
                    }
                });
                if (failed[0]) {
                    if (Boolean.getBoolean("say")) {
                        System.out.println("  by " + test);
                    }
                    return true;
                }
            }
            return false;
        } finally {
            thread.setContextClassLoader(around);
        }
    }
}
