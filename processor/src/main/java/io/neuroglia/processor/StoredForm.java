package io.neuroglia.processor;

import io.neuroglia.processor.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Follows an event through its components and finds what JSON cannot bring back. An error is only what fails whenever
 * the component holds something; where Jackson's annotations say how a type is written, it is trusted.
 */
final class StoredForm {
    private static final int DEEPEST = 20;

    private final Types types;
    private final Set<String> entered = new HashSet<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private StoredForm(Types types) {
        this.types = types;
    }

    static List<Flaw> flawsOf(SourceType event, Types types) {
        StoredForm form = new StoredForm(types);
        form.ownType((DeclaredType) event.element().asType(), new Place(null, "it", 0));
        return List.copyOf(form.flaws);
    }

    /**
     * What is wrong with a component.
     *
     * @param component of the event; null for the event itself
     */
    record Flaw(Severity severity, @Nullable Element component, String reason) {}

    /** A component of the event, or something in it, in words. */
    private record Place(@Nullable Element component, String words, int depth) {
        Place of(RecordComponentElement part) {
            return component == null
                    ? new Place(part, "its component " + part.getSimpleName(), depth + 1)
                    : new Place(component, words + "." + part.getSimpleName(), depth + 1);
        }
    }

    private void value(TypeMirror type, Place place) {
        switch (type.getKind()) {
            case ARRAY -> value(((ArrayType) type).getComponentType(), place);
            case TYPEVAR -> value(((TypeVariable) type).getUpperBound(), place);
            case WILDCARD -> {
                TypeMirror bound = ((WildcardType) type).getExtendsBound();
                if (bound == null) {
                    anything(place);
                } else {
                    value(bound, place);
                }
            }
            case DECLARED -> declared((DeclaredType) type, place);
            default -> {
                // Numbers and truth values are JSON.
            }
        }
    }

    private void declared(DeclaredType type, Place place) {
        if (JdkTypes.areOf(nameOf(type))) {
            jdkType(type, nameOf(type), place);
        } else {
            ownType(type, place);
        }
    }

    private void jdkType(DeclaredType type, String name, Place place) {
        Hierarchy hierarchy = Hierarchy.of(SourceType.of(type).element(), types);
        if (JdkTypes.isNeverRead(name)) {
            fails(place, type, "which JSON cannot bring back");
        } else if (JdkTypes.isReadAsAnything(name)) {
            anything(place);
        } else if (hierarchy.contains("java.util.Map")
                || JdkTypes.isHolder(name)
                || hierarchy.contains("java.util.Collection")) {
            contents(type, hierarchy.contains("java.util.Map"), place);
        }
    }

    private void contents(DeclaredType type, boolean map, Place place) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.isEmpty() && SourceType.of(type).hasTypeParameters()) {
            anything(place);
        } else if (map && arguments.size() == 2) {
            key(arguments.get(0), place);
            value(arguments.get(1), place);
        } else {
            arguments.forEach(argument -> value(argument, place));
        }
    }

    private void key(TypeMirror type, Place place) {
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            key(wildcard.getExtendsBound(), place);
        } else if (type instanceof DeclaredType declared && new StoredClass(declared, types).isNeverReadAsKey()) {
            fails(place, declared, "which cannot be the key of a map in JSON");
        }
    }

    private void ownType(DeclaredType type, Place place) {
        StoredClass stored = new StoredClass(type, types);
        if (stored.isTrusted()) {
            return;
        }
        if (stored.isRecord()) {
            components(type, place);
        } else {
            stored.reasonWhyNeverRead()
                    .ifPresentOrElse(
                            reason -> fails(place, type, reason),
                            () -> stored.reasonAgainst().ifPresent(reason -> unsafe(place, type, reason)));
        }
    }

    private void components(DeclaredType type, Place place) {
        if (place.depth() > DEEPEST || !entered.add(place.component() + " " + type)) {
            return;
        }
        for (RecordComponentElement component : SourceType.of(type).element().getRecordComponents()) {
            if (!StoredClass.isAnnotated(component)) {
                TypeMirror accessor = types.asMemberOf(type, component.getAccessor());
                value(((ExecutableType) accessor).getReturnType(), place.of(component));
            }
        }
    }

    private void anything(Place place) {
        flaws.add(new Flaw(
                Severity.WARNING,
                place.component(),
                place.words() + " can hold anything, which is read as texts, numbers, lists and maps"));
    }

    private void fails(Place place, DeclaredType type, String reason) {
        flaws.add(new Flaw(Severity.ERROR, place.component(), sentence(place, type, reason)));
    }

    private void unsafe(Place place, DeclaredType type, String reason) {
        flaws.add(new Flaw(Severity.WARNING, place.component(), sentence(place, type, reason)));
    }

    private static String sentence(Place place, DeclaredType type, String reason) {
        String verb = place.component() == null ? " is " : " holds ";
        return place.words() + verb + SourceType.of(type).name().nestedName() + ", " + reason;
    }

    private static String nameOf(DeclaredType type) {
        return SourceType.of(type).element().getQualifiedName().toString();
    }
}
