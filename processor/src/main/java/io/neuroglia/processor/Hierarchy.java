package io.neuroglia.processor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** All supertypes of a class, over any number of levels, with the type arguments they have for this class. */
final class Hierarchy {
    private final Types types;
    private final Map<String, DeclaredType> supertypes = new LinkedHashMap<>();
    private boolean resolved = true;

    private Hierarchy(Types types) {
        this.types = types;
    }

    static Hierarchy of(TypeElement type, Types types) {
        return of((DeclaredType) type.asType(), types);
    }

    static Hierarchy of(DeclaredType type, Types types) {
        Hierarchy hierarchy = new Hierarchy(types);
        hierarchy.climb(type);
        return hierarchy;
    }

    /** Whether a type mentions one that does not exist. */
    static boolean isMissing(TypeMirror type) {
        return MissingTypes.VISITOR.visit(type);
    }

    /** Whether every type in it exists; what does not may still be written by another processor. */
    boolean isResolved() {
        return resolved;
    }

    /** The class itself or one of its supertypes, or null. */
    @Nullable
    DeclaredType find(String qualifiedName) {
        return supertypes.get(qualifiedName);
    }

    boolean contains(String qualifiedName) {
        return supertypes.containsKey(qualifiedName);
    }

    /** The class itself and its supertypes. */
    Collection<ClassName> names() {
        return supertypes.values().stream()
                .map(type -> SourceType.of(type).name())
                .toList();
    }

    private void climb(TypeMirror type) {
        if (isMissing(type)) {
            resolved = false;
        } else if (type.getKind() == TypeKind.DECLARED) {
            DeclaredType declared = (DeclaredType) type;
            TypeElement element = (TypeElement) declared.asElement();
            if (supertypes.putIfAbsent(element.getQualifiedName().toString(), declared) == null) {
                types.directSupertypes(declared).forEach(this::climb);
                // javac leaves interfaces that do not exist out of the supertypes
                resolved &= element.getInterfaces().stream().noneMatch(Hierarchy::isMissing);
            }
        }
    }

    /** Whether a type that does not exist is mentioned. */
    private static final class MissingTypes extends SimpleTypeVisitor14<Boolean, Void> {
        static final MissingTypes VISITOR = new MissingTypes();

        private MissingTypes() {
            super(false);
        }

        @Override
        public Boolean visitError(ErrorType type, Void nothing) {
            return true;
        }

        @Override
        public Boolean visitDeclared(DeclaredType type, Void nothing) {
            boolean withoutClassFile = type.getKind() == TypeKind.ERROR; // known by name only
            return withoutClassFile || type.getTypeArguments().stream().anyMatch(this::visit);
        }

        @Override
        public Boolean visitArray(ArrayType type, Void nothing) {
            return visit(type.getComponentType());
        }

        @Override
        public Boolean visitWildcard(WildcardType type, Void nothing) {
            return Stream.of(type.getExtendsBound(), type.getSuperBound())
                    .anyMatch(bound -> bound != null && visit(bound));
        }
    }
}
