package io.casewire.conformance;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources of a module say of types, their components and their methods. */
final class SourceDocs {
    private static final Pattern VALUE = Pattern.compile("\\{@value ([A-Za-z.]*)#([A-Z_]+)}");

    private final Map<String, Text> texts = new HashMap<>();
    private final Map<String, String> constants = new HashMap<>();

    /**
     * A comment.
     *
     * @param whole without block tags, in one paragraph; empty where there is none
     * @param parts what its {@code @param} say, by name
     */
    record Text(String whole, Map<String, String> parts) {
        static final Text NONE = new Text("", Map.of());
    }

    private SourceDocs() {}

    /** Reads all sources below these folders; those that are not there are passed over. */
    static SourceDocs under(List<Path> roots) {
        SourceDocs docs = new SourceDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = roots.stream()
                    .filter(Files::isDirectory)
                    .flatMap(SourceDocs::sources)
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                docs.new Reading(trees, String.valueOf(unit.getPackageName())).scan(unit, null);
            }
            docs.texts.replaceAll((name, text) -> docs.withValues(name.replaceFirst("#.*", ""), text));
            return docs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a type. */
    Text of(Class<?> type) {
        return texts.getOrDefault(name(type), Text.NONE);
    }

    /** Of a method of that name. */
    Text of(Class<?> type, String method) {
        return texts.getOrDefault(name(type) + '#' + method, Text.NONE);
    }

    private static String name(Class<?> type) {
        return Optional.ofNullable(type.getCanonicalName()).orElse(type.getName());
    }

    private static Stream<Path> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Text withValues(String type, Text text) {
        Map<String, String> parts = new HashMap<>();
        text.parts().forEach((name, part) -> parts.put(name, withValues(type, part)));
        return new Text(withValues(type, text.whole()), parts);
    }

    private String withValues(String type, String text) {
        return VALUE.matcher(text).replaceAll(found -> value(type, found.group(1), found.group(2)));
    }

    private String value(String type, String other, String constant) {
        String ending = '.' + other + '#' + constant;
        return other.isEmpty()
                ? constants.getOrDefault(type + '#' + constant, constant)
                : constants.entrySet().stream()
                        .filter(each -> each.getKey().endsWith(ending))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(constant);
    }

    private final class Reading extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private String place;

        Reading(DocTrees trees, String packageName) {
            this.trees = trees;
            this.place = packageName;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            String outer = place;
            place = outer + '.' + tree.getSimpleName();
            keep(place);
            super.visitClass(tree, null);
            place = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
            keep(place + '#' + tree.getName());
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
            if (tree.getInitializer() instanceof LiteralTree literal) {
                constants.put(place + '#' + tree.getName(), String.valueOf(literal.getValue()));
            }
            return null;
        }

        private void keep(String name) {
            Tree.Kind kind = getCurrentPath().getLeaf().getKind();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null && kind != Tree.Kind.ERRONEOUS) {
                texts.put(name, text(comment));
            }
        }
    }

    private static Text text(DocCommentTree comment) {
        return new Text(
                plain(comment.getFullBody()),
                comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .collect(Collectors.toMap(
                                tag -> tag.getName().toString(), tag -> plain(tag.getDescription()), (one, _) -> one)));
    }

    private static String plain(List<? extends DocTree> parts) {
        return parts.stream()
                .map(DocTree::toString)
                .collect(Collectors.joining())
                .replaceAll("\\{@(?:code|literal) ([^}]*)}", "$1")
                .replaceAll("\\{@link(?:plain)? (?:[^}]*[ .#])?([^}]*)}", "$1")
                .replaceAll("</?[a-zA-Z][^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
