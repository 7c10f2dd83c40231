package io.neuroglia.processor;

import io.neuroglia.processor.CompilationModel.Role;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads from the compiler's elements what keeps a class out of the index. */
final class Obstacles {
    private final Types types;

    Obstacles(Types types) {
        this.types = types;
    }

    Set<Obstacle> ofMessage(SourceType type) {
        Set<Obstacle> obstacles = ofAnyClass(type);
        addIf(!type.isVisible(), Obstacle.PRIVATE, obstacles);
        return obstacles;
    }

    Set<Obstacle> ofRequest(SourceType type, DeclaredType request) {
        Set<Obstacle> obstacles = ofMessage(type);
        addIf(request.getTypeArguments().isEmpty(), Obstacle.NO_ANSWER, obstacles);
        addIf(!type.isFinal(), Obstacle.NOT_FINAL, obstacles);
        return obstacles;
    }

    Set<Obstacle> ofHandler(SourceType type, Role role, DeclaredType implemented, @Nullable DeclaredType message) {
        Set<Obstacle> obstacles = ofAnyClass(type);
        addIf(!type.isVisible(), Obstacle.PRIVATE, obstacles);
        addIf(type.isInner(), Obstacle.INNER, obstacles);
        addIf(type.isEnum(), Obstacle.ENUM, obstacles);
        if (obstacles.isEmpty()) {
            obstacles.addAll(ofConstructors(type));
        }
        if (message != null) {
            addIf(role == Role.REQUEST_HANDLER && answersOther(implemented, message), Obstacle.OTHER_ANSWER, obstacles);
            obstacles.addAll(ofHandledMessage(type, role, message));
        } else if (!type.hasTypeParameters()) {
            obstacles.add(Obstacle.NO_MESSAGE);
        }
        return obstacles;
    }

    private static Set<Obstacle> ofConstructors(SourceType type) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        boolean none = Constructors.callable(type.element()).isEmpty();
        addIf(none, Obstacle.NO_CONSTRUCTOR, obstacles);
        addIf(!none && Constructors.chosen(type.element()).isEmpty(), Obstacle.SEVERAL_CONSTRUCTORS, obstacles);
        return obstacles;
    }

    private boolean answersOther(DeclaredType implemented, DeclaredType message) {
        DeclaredType request = Hierarchy.of(message, types).find(MediationNames.REQUEST);
        return request == null
                || request.getTypeArguments().size() != 1
                || !types.isSameType(
                        request.getTypeArguments().get(0),
                        implemented.getTypeArguments().get(1));
    }

    private static Set<Obstacle> ofAnyClass(SourceType type) {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        addIf(type.isMarked(MediationNames.NOT_INDEXED), Obstacle.NOT_INDEXED, obstacles);
        addIf(type.hasTypeParameters(), Obstacle.TYPE_PARAMETERS, obstacles);
        return obstacles;
    }

    private Set<Obstacle> ofHandledMessage(SourceType handler, Role role, DeclaredType type) {
        SourceType message = SourceType.of(type);
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        boolean arguments = role == Role.BEHAVIOR ? hasMeaningfulArguments(type) : isParameterised(type);
        addIf(arguments, Obstacle.MESSAGE_WITH_TYPE_ARGUMENTS, obstacles);
        addIf(!message.isVisibleIn(handler.name().packageName()), Obstacle.HIDDEN_MESSAGE, obstacles);
        addIf(role == Role.REQUEST_HANDLER && !message.isConcrete(), Obstacle.COMMON_SUPERTYPE, obstacles);
        return obstacles;
    }

    /** Also when it belongs to an instance of a class with type arguments, or leaves its own arguments out. */
    private boolean isParameterised(DeclaredType type) {
        return !types.isSameType(type, types.erasure(type))
                || SourceType.of(type).hasTypeParameters();
    }

    /** A behavior may surround {@code Command<?>}, since that says no more than the class does. */
    private static boolean hasMeaningfulArguments(DeclaredType type) {
        return !type.getTypeArguments().stream().allMatch(Obstacles::isUnbounded);
    }

    private static boolean isUnbounded(TypeMirror argument) {
        return argument.getKind() == TypeKind.WILDCARD
                && ((WildcardType) argument).getExtendsBound() == null
                && ((WildcardType) argument).getSuperBound() == null;
    }

    private static void addIf(boolean condition, Obstacle obstacle, Set<Obstacle> obstacles) {
        if (condition) {
            obstacles.add(obstacle);
        }
    }
}
