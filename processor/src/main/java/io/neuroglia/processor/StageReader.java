package io.neuroglia.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.Trees;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads from the source of a behavior in which stage it stands. */
interface StageReader {
    /** The name of the stage; null if the source is not there, or computes the stage. */
    @Nullable
    String stageOf(TypeElement behavior);

    /** A reader that knows no stage, where the compiler is not javac or a build tool hides it. */
    static StageReader of(ProcessingEnvironment environment) {
        try {
            return new OfTrees(Trees.instance(environment), environment.getElementUtils());
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return behavior -> null;
        }
    }

    /** Understands a method that does nothing but return a constant. */
    record OfTrees(Trees trees, Elements elements) implements StageReader {
        @Override
        public @Nullable String stageOf(TypeElement behavior) {
            return ElementFilter.methodsIn(elements.getAllMembers(behavior)).stream()
                    .filter(OfTrees::isStageMethod)
                    .findFirst()
                    .map(trees::getTree)
                    .map(OfTrees::constant)
                    .orElse(null);
        }

        private static boolean isStageMethod(ExecutableElement method) {
            return method.getSimpleName().contentEquals("stage")
                    && method.getParameters().isEmpty()
                    && !method.getModifiers().contains(Modifier.ABSTRACT);
        }

        private static @Nullable String constant(MethodTree method) {
            List<? extends StatementTree> statements =
                    method.getBody() == null ? List.of() : method.getBody().getStatements();
            return statements.size() == 1 && statements.get(0) instanceof ReturnTree answer
                    ? constant(answer.getExpression())
                    : null;
        }

        private static @Nullable String constant(ExpressionTree expression) {
            if (expression instanceof IdentifierTree imported) {
                return known(imported.getName());
            }
            return expression instanceof MemberSelectTree constant && isStage(constant.getExpression())
                    ? known(constant.getIdentifier())
                    : null;
        }

        private static boolean isStage(ExpressionTree type) {
            return (type instanceof IdentifierTree simple && simple.getName().contentEquals("Stage"))
                    || (type instanceof MemberSelectTree full
                            && full.getIdentifier().contentEquals("Stage"));
        }

        /** Constants are written in capitals; what is not may be a field. */
        private static @Nullable String known(Name name) {
            return name.toString().matches("[A-Z]+") ? name.toString() : null;
        }
    }
}
