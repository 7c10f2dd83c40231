package io.neuroglia.processor;

import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Whether the code of a package can write a type down: every class in it is visible there, and nothing is left open. */
final class NameableType extends SimpleTypeVisitor14<Boolean, String> {
    private static final NameableType VISITOR = new NameableType();

    private NameableType() {
        super(false);
    }

    static boolean in(String packageName, TypeMirror type) {
        return VISITOR.visit(type, packageName);
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, String packageName) {
        return !isInner(type)
                && SourceType.of(type).isVisibleIn(packageName)
                && type.getTypeArguments().stream().allMatch(argument -> visit(argument, packageName));
    }

    /** Eclipse's compiler names the class around a static one, too. */
    private static boolean isInner(DeclaredType type) {
        return type.getEnclosingType().getKind() == TypeKind.DECLARED
                && !type.asElement().getModifiers().contains(Modifier.STATIC);
    }

    @Override
    public Boolean visitArray(ArrayType type, String packageName) {
        TypeMirror component = type.getComponentType();
        return component.getKind().isPrimitive() || visit(component, packageName);
    }

    @Override
    public Boolean visitWildcard(WildcardType type, String packageName) {
        return Stream.of(type.getExtendsBound(), type.getSuperBound())
                .allMatch(bound -> bound == null || visit(bound, packageName));
    }
}
