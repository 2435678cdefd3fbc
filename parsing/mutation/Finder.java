import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds what can be changed in one source. */
final class Finder extends TreeScanner<Void, Void> {
    private static final Map<String, String> SWAPPED = Map.of(
            "<", "<=", "<=", "<", ">", ">=", ">=", ">", "==", "!=", "!=", "==", "&&", "||", "||", "&&", "+", "-", "-", "+");

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Mutant> mutants;
    private final String code;
    private boolean yesOrNo;

    Finder(CompilationUnitTree unit, SourcePositions positions, List<Mutant> mutants) throws IOException {
        this.unit = unit;
        this.positions = positions;
        this.mutants = mutants;
        this.code = unit.getSourceFile().getCharContent(true).toString();
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private void change(int from, int to, String after) {
        int line = (int) unit.getLineMap().getLineNumber(from);
        mutants.add(new Mutant(
                Path.of(unit.getSourceFile().toUri()), from, to, code.substring(from, to), after, line));
    }

    private void negate(ExpressionTree condition) {
        change(start(condition), end(condition), "(!(" + code.substring(start(condition), end(condition)) + "))");
    }

    @Override
    public Void visitBinary(BinaryTree binary, Void unused) {
        int from = end(binary.getLeftOperand());
        int to = start(binary.getRightOperand());
        String between = code.substring(from, to);
        String operator = between.strip();
        String swapped = SWAPPED.get(operator);
        boolean text = operator.equals("+") && code.substring(start(binary), end(binary)).indexOf('"') >= 0;
        if (swapped != null && !text) {
            change(from, to, between.replace(operator, swapped));
        }
        return super.visitBinary(binary, unused);
    }

    @Override
    public Void visitIf(IfTree statement, Void unused) {
        negate(statement.getCondition());
        return super.visitIf(statement, unused);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void unused) {
        negate(loop.getCondition());
        return super.visitWhileLoop(loop, unused);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree choice, Void unused) {
        negate(choice.getCondition());
        return super.visitConditionalExpression(choice, unused);
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        boolean around = yesOrNo;
        yesOrNo = method.getReturnType() != null && method.getReturnType().toString().equals("boolean");
        super.visitMethod(method, unused);
        yesOrNo = around;
        return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
        boolean around = yesOrNo;
        yesOrNo = false;
        super.visitLambdaExpression(lambda, unused);
        yesOrNo = around;
        return null;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
        boolean around = yesOrNo;
        yesOrNo = false;
        super.visitClass(type, unused);
        yesOrNo = around;
        return null;
    }

    @Override
    public Void visitReturn(ReturnTree statement, Void unused) {
        if (yesOrNo && statement.getExpression() != null) {
            negate(statement.getExpression());
        }
        return super.visitReturn(statement, unused);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree statement, Void unused) {
        if (statement.getExpression() instanceof MethodInvocationTree
                && !code.startsWith("super", start(statement))
                && !code.startsWith("this(", start(statement))) {
            change(start(statement), end(statement), ";");
        }
        return super.visitExpressionStatement(statement, unused);
    }
}
