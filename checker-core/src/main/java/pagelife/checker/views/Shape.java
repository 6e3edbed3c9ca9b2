package pagelife.checker.views;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.IntStream;
import pagelife.checker.model.Actor;
import pagelife.checker.model.Cell;
import pagelife.checker.model.State;

/**
 * Which cells of an instance are everybody's, and which belong to each member: a state is taken apart into the values
 * of the former and, for each member, those of its own.
 */
final class Shape {
    private final Instance instance;
    /** The indices of the cells that belong to no member, in the order of the model. */
    private final int[] common;
    /** For each member the indices of its cells, its control first. */
    private final int[][] own;

    Shape(Instance instance) {
        this.instance = instance;
        Seq<Cell<?>> cells = instance.model().cells();
        this.own = instance.members()
                .map(member -> cells.filter(cell -> belongs(cell, member)).map(Cell::index))
                .map(indices -> indices.toJavaStream().mapToInt(index -> index).toArray())
                .toJavaArray(int[][]::new);
        this.common = cells.filter(
                        cell -> !instance.members().appendAll(instance.idle()).exists(actor -> belongs(cell, actor)))
                .toJavaStream()
                .mapToInt(Cell::index)
                .toArray();
    }

    private boolean belongs(Cell<?> cell, Actor member) {
        return instance.model().owner(cell).contains(member) || cell == member.control();
    }

    Instance instance() {
        return instance;
    }

    int members() {
        return own.length;
    }

    /** Of which kind a member is. */
    int kind(int member) {
        return instance.kinds().get(member);
    }

    /** The member of the same kind that is so many further on, the first one after the last. */
    int further(int member, int by) {
        int from = instance.kinds().indexOf(kind(member));
        int alike = ofKind(kind(member));
        return from + Math.floorMod(member - from + by, alike);
    }

    /** How many members are of a kind. */
    int ofKind(int kind) {
        return instance.kinds().count(one -> one == kind);
    }

    /** The names of the common cells. */
    Seq<String> commonNames() {
        return Vector.ofAll(IntStream.of(common).boxed())
                .map(index -> instance.model().cells().get(index).name());
    }

    /** Where the cell of a conserved quantity is among the common ones; empty where it is none of them. */
    Option<Integer> place(Conserved<?> quantity) {
        for (int i = 0; i < common.length; i++) {
            if (common[i] == quantity.cell().index()) {
                return Option.some(i);
            }
        }
        return Option.none();
    }

    /** Whether a cell belongs to a member that is not this one. */
    boolean isOfAnother(Cell<?> cell, int member) {
        for (int m = 0; m < own.length; m++) {
            if (m != member && IntStream.of(own[m]).anyMatch(index -> index == cell.index())) {
                return true;
            }
        }
        return false;
    }

    /** The values of the common cells. */
    List<Object> common(State state) {
        Object[] values = state.values();
        return IntStream.of(common).mapToObj(index -> values[index]).toList();
    }

    /** The values of the cells of a member. */
    List<Object> own(State state, int member) {
        Object[] values = state.values();
        return IntStream.of(own[member]).mapToObj(index -> values[index]).toList();
    }

    /** The state of these values. */
    State state(List<Object> shared, List<List<Object>> members) {
        Object[] values = instance.model().initialStates().head().values().clone();
        for (int i = 0; i < common.length; i++) {
            values[common[i]] = shared.get(i);
        }
        for (int m = 0; m < own.length; m++) {
            for (int i = 0; i < own[m].length; i++) {
                values[own[m][i]] = members.get(m).get(i);
            }
        }
        return State.of(instance.model(), values);
    }

    /**
     * Why this instance is not one of another one with more or fewer members of the same kind; empty where it is: the
     * same common cells, the same other actors, the members alike, and the same initial states but for their number.
     */
    Option<String> differs(Shape other) {
        if (!commonNames().equals(other.commonNames())) {
            Seq<String> more = other.commonNames()
                    .removeAll(commonNames())
                    .appendAll(commonNames().removeAll(other.commonNames()));
            return Option.some("cells that are no member's own differ with their number: " + more.mkString(", "));
        }
        if (!others().equals(other.others())) {
            return Option.some("other tasks differ with their number: "
                    + others().removeAll(other.others())
                            .appendAll(other.others().removeAll(others()))
                            .mkString(", "));
        }
        Seq<Tuple2<Integer, String>> members = alike().appendAll(other.alike()).distinct();
        Seq<Tuple2<Integer, String>> once = members.distinctBy((Tuple2<Integer, String> member) -> member._1());
        if (members.size() > once.size()) {
            return Option.some(
                    "the members are not alike: " + members.map(Tuple2::_2).mkString(", "));
        }
        return startsAs(other) ? Option.none() : Option.some("the initial states differ with their number");
    }

    private Seq<String> others() {
        return instance.model()
                .actors()
                .removeAll(instance.members())
                .removeAll(instance.idle())
                .map(actor -> actor.name() + ": "
                        + actor.steps().map(step -> step.label()).mkString(", "));
    }

    /** What there is to say of each member, with its kind. */
    private Seq<Tuple2<Integer, String>> alike() {
        return instance.members()
                .zipWith(
                        instance.kinds(),
                        (member, kind) -> Tuple.of(
                                kind,
                                member.calls().mkString("; ") + " "
                                        + member.steps()
                                                .map(step -> step.label())
                                                .mkString(", ") + " " + member.fairness()));
    }

    /** Whether the initial states are the same in what is common, and in what members of one kind begin with. */
    private boolean startsAs(Shape other) {
        Seq<State> here = instance.model().initialStates();
        Seq<State> there = other.instance.model().initialStates();
        return here.size() == there.size()
                && here.zip(there)
                        .forAll(pair -> common(pair._1()).equals(other.common(pair._2()))
                                && begun(pair._1())
                                        .appendAll(other.begun(pair._2()))
                                        .groupBy(begun -> begun._1())
                                        .values()
                                        .forAll(ofKind -> ofKind.distinct().size() == 1));
    }

    private Seq<Tuple2<Integer, List<Object>>> begun(State state) {
        return Vector.range(0, own.length).map(member -> Tuple.of(kind(member), own(state, member)));
    }
}
