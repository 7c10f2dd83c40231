package io.neuroglia.processor;

import com.sun.source.util.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** The mappings that a compilation's code asks for, and those that it registers. */
final class MappingCalls {
    private final AnalyzedCode code;
    private final KnownMappings known;
    private final List<Demand> demands = new ArrayList<>();
    private final Set<MapperType.Pair> registered = new HashSet<>();

    MappingCalls(AnalyzedCode code, KnownMappings known) {
        this.code = code;
        this.known = known;
    }

    /**
     * A call that needs a mapping.
     *
     * @param sources the class of what is mapped, which has no subclasses, and its supertypes
     */
    private record Demand(ClassName source, Collection<ClassName> sources, ClassName target, TreePath call) {}

    void call(TreePath call, Element method, List<TreePath> arguments) {
        if (code.isMethodOf(MediationNames.MAPPER_BUILDER, method, "mapping")) {
            register(code.literalAt(arguments.get(0)), code.literalAt(arguments.get(1)));
        } else if (code.isMethodOf(MediationNames.MAPPER, method, "map")) {
            demand(call, code.typeAt(arguments.get(0)), code.literalAt(arguments.get(1)));
        } else if (code.isMethodOf(MediationNames.MAPPER, method, "mapAll")) {
            demand(call, elementOf(code.typeAt(arguments.get(0))), code.literalAt(arguments.get(1)));
        }
    }

    private void register(@Nullable ClassName source, @Nullable ClassName target) {
        if (source != null && target != null) {
            registered.add(new MapperType.Pair(source, target));
        }
    }

    private void demand(TreePath call, @Nullable TypeMirror type, @Nullable ClassName target) {
        if (target != null && type instanceof DeclaredType source && isExact(source)) {
            Collection<ClassName> sources = Hierarchy.of(source, code.types()).names();
            demands.add(new Demand(SourceType.of(source).name(), sources, target, call));
        }
    }

    /** Whether objects of this type are of this class and no other. */
    private static boolean isExact(DeclaredType type) {
        return type.getKind() == TypeKind.DECLARED
                && type.asElement().getModifiers().contains(Modifier.FINAL);
    }

    private @Nullable TypeMirror elementOf(@Nullable TypeMirror collection) {
        if (!(collection instanceof DeclaredType declared)) {
            return null;
        }
        DeclaredType found = Hierarchy.of(declared, code.types()).find("java.util.Collection");
        return found == null || found.getTypeArguments().isEmpty()
                ? null
                : found.getTypeArguments().get(0);
    }

    /** Reports what is missing, when all classes are known. */
    void report() throws IOException {
        for (Demand demand : demands) {
            if (known.isMissing(demand.sources(), demand.target(), registered)) {
                code.report(
                        known.missing() == MissingPolicy.WARN ? Kind.WARNING : Kind.ERROR,
                        Diagnostic.MISSING_MAPPING,
                        demand.call(),
                        demand.source().nestedName(),
                        demand.target().nestedName());
            }
        }
    }
}
