package io.neuroglia.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Writes types the way people do in code: without packages and without annotations. */
final class TypeWords extends SimpleTypeVisitor14<String, Void> {
    private static final TypeWords WORDS = new TypeWords();

    private TypeWords() {}

    static String of(TypeMirror type) {
        return WORDS.visit(type);
    }

    @Override
    public String visitDeclared(DeclaredType type, Void nothing) {
        return type.asElement().getSimpleName() + arguments(type.getTypeArguments());
    }

    @Override
    public String visitArray(ArrayType type, Void nothing) {
        return visit(type.getComponentType()) + "[]";
    }

    @Override
    public String visitWildcard(WildcardType type, Void nothing) {
        if (type.getExtendsBound() != null) {
            return "? extends " + visit(type.getExtendsBound());
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
