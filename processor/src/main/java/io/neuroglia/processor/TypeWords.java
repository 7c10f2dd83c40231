package io.neuroglia.processor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Writes types in code's words: without annotations, and for people without packages. */
final class TypeWords extends SimpleTypeVisitor14<String, Void> {
    private static final TypeWords SIMPLE =
            new TypeWords(type -> type.element().getSimpleName().toString());

    private final Function<SourceType, String> classWords;

    private TypeWords(Function<SourceType, String> classWords) {
        this.classWords = classWords;
    }

    /** For people: without packages. */
    static String of(TypeMirror type) {
        return SIMPLE.visit(type);
    }

    /**
     * For the compiler.
     *
     * @param classWords how a class is written
     */
    static String of(TypeMirror type, Function<ClassName, String> classWords) {
        return new TypeWords(named -> classWords.apply(named.name())).visit(type);
    }

    @Override
    public String visitDeclared(DeclaredType type, Void nothing) {
        return classWords.apply(SourceType.of(type)) + arguments(type.getTypeArguments());
    }

    @Override
    public String visitArray(ArrayType type, Void nothing) {
        return visit(type.getComponentType()) + "[]";
    }

    @Override
    public String visitWildcard(WildcardType type, Void nothing) {
        if (type.getExtendsBound() != null) {
            String bound = visit(type.getExtendsBound());
            return bound.equals("java.lang.Object") ? "?" : "? extends " + bound;
        }
        return type.getSuperBound() == null ? "?" : "? super " + visit(type.getSuperBound());
    }

    @Override
    protected String defaultAction(TypeMirror type, Void nothing) {
        return type.toString();
    }

    private String arguments(List<? extends TypeMirror> arguments) {
        return arguments.isEmpty()
                ? ""
                : arguments.stream().map(this::visit).collect(Collectors.joining(", ", "<", ">"));
    }
}
