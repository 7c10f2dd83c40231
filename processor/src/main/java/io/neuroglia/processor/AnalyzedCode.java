package io.neuroglia.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Code that javac has understood: what its names mean, and where to point in it. */
record AnalyzedCode(Trees trees, Types types) {

    static AnalyzedCode of(ProcessingEnvironment environment) {
        return new AnalyzedCode(Trees.instance(environment), environment.getTypeUtils());
    }

    @Nullable
    Element elementAt(TreePath path) {
        return trees.getElement(path);
    }

    @Nullable
    TypeMirror typeAt(TreePath path) {
        return trees.getTypeMirror(path);
    }

    /** All supertypes of a class, or of what a type variable stands for; null for other types. */
    @Nullable
    Hierarchy hierarchyOf(@Nullable TypeMirror type) {
        if (type == null || type.getKind().isPrimitive()) {
            return null;
        }
        return types.erasure(type) instanceof DeclaredType declared ? Hierarchy.of(declared, types) : null;
    }

    /** Whether a method has one of these names, and its class is or has this supertype. */
    boolean isMethodOf(String owner, Element method, String... names) {
        return Stream.of(names).anyMatch(name -> method.getSimpleName().contentEquals(name))
                && method.getEnclosingElement() instanceof TypeElement type
                && Hierarchy.of(type, types).contains(owner);
    }

    /** The class {@code X} of an expression {@code X.class}, or null for any other expression. */
    @Nullable
    ClassName literalAt(TreePath path) {
        return path.getLeaf() instanceof MemberSelectTree select
                        && select.getIdentifier().contentEquals("class")
                        && typeAt(new TreePath(path, select.getExpression())) instanceof DeclaredType type
                ? SourceType.of(type).name()
                : null;
    }

    /** The classes around a place, from the inside out. */
    Stream<TypeElement> classesAround(TreePath path) {
        return around(path)
                .filter(outer -> outer.getLeaf() instanceof ClassTree)
                .flatMap(outer -> Stream.ofNullable(elementAt(outer)))
                .map(TypeElement.class::cast);
    }

    /** Reports a finding at a place, unless something around it suppresses its id. */
    void report(Kind kind, Diagnostic diagnostic, TreePath path, String... arguments) {
        boolean suppressed = around(path)
                .filter(outer -> outer.getLeaf() instanceof VariableTree
                        || outer.getLeaf() instanceof MethodTree
                        || outer.getLeaf() instanceof ClassTree)
                .flatMap(outer -> Stream.ofNullable(elementAt(outer)))
                .anyMatch(element -> Suppression.covers(element, diagnostic));
        if (!suppressed) {
            trees.printMessage(kind, diagnostic.message(List.of(arguments)), path.getLeaf(), path.getCompilationUnit());
        }
    }

    private static Stream<TreePath> around(TreePath path) {
        return Stream.iterate(path, outer -> outer != null, TreePath::getParentPath);
    }
}
