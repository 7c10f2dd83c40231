package io.neuroglia.mediation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders behaviors by stage, inside a stage as declared, else as registered. */
final class BehaviorOrder {
    private final List<RegisteredBehavior> all;
    private final Set<RegisteredBehavior> sorted = new LinkedHashSet<>();
    private final Set<RegisteredBehavior> visiting = new LinkedHashSet<>();

    private BehaviorOrder(List<RegisteredBehavior> all) {
        this.all = all;
    }

    /**
     * The behaviors from the outside in.
     *
     * @throws IllegalStateException if declared orders form a cycle
     */
    static List<RegisteredBehavior> sort(List<RegisteredBehavior> behaviors) {
        List<RegisteredBehavior> staged = new ArrayList<>(behaviors);
        staged.sort(Comparator.comparing(RegisteredBehavior::stage));
        BehaviorOrder order = new BehaviorOrder(staged);
        staged.forEach(order::visit);
        return List.copyOf(order.sorted);
    }

    private void visit(RegisteredBehavior behavior) {
        if (sorted.contains(behavior)) {
            return;
        }
        if (!visiting.add(behavior)) {
            throw new IllegalStateException("The order of these behaviors is a cycle: "
                    + visiting.stream().map(RegisteredBehavior::name).collect(Collectors.joining(" after "))
                    + " after " + behavior.name() + ". Take one of them out of a @RunsAfter.");
        }
        for (RegisteredBehavior other : all) {
            if (other.stage() == behavior.stage() && behavior.runsAfter().contains(other.behaviorType())) {
                visit(other);
            }
        }
        visiting.remove(behavior);
        sorted.add(behavior);
    }
}
