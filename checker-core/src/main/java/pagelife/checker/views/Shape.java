package pagelife.checker.views;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    /** Whether there are members out of sight, who may be named. */
    private final boolean crowded;
    /** The indices of the cells that belong to no member, in the order of the model. */
    private final int[] common;
    /** For each member the indices of its cells, its control first. */
    private final int[][] own;
    /** Whether a cell belongs to one that never begins. */
    private final boolean[] idle;
    /** Of which kind a task is, by its name: members, and those that never begin. */
    private final Map<String, Integer> kinds = new HashMap<>();

    private final Names names = new Names(text -> kinds.containsKey(text) || text.equals(Crowd.SELF));

    /** That of an instance of which all members are in sight. */
    Shape(Instance instance) {
        this(instance, false);
    }

    /** @param crowded whether those that never begin stand for members out of sight */
    Shape(Instance instance, boolean crowded) {
        this.instance = instance;
        this.crowded = crowded;
        Seq<Cell<?>> cells = instance.model().cells();
        this.own = instance.members()
                .map(member -> cells.filter(cell -> belongs(cell, member)).map(Cell::index))
                .map(indices -> indices.toJavaStream().mapToInt(index -> index).toArray())
                .toJavaArray(int[][]::new);
        this.idle = new boolean[cells.size()];
        cells.filter(cell -> instance.idle().exists(actor -> belongs(cell, actor)))
                .forEach(cell -> idle[cell.index()] = true);
        instance.members()
                .zip(instance.kinds())
                .forEach(one -> kinds.put(one._1().name(), one._2()));
        instance.idle()
                .zip(instance.idleKinds())
                .forEach(one -> kinds.put(one._1().name(), one._2()));
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

    boolean isCrowded() {
        return crowded;
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

    /** The places among the common cells that say where tasks are that are no members. */
    List<Integer> controls() {
        Seq<Actor> others = instance.others();
        return IntStream.range(0, common.length)
                .filter(place -> others.exists(actor -> actor.control().index() == common[place]))
                .boxed()
                .toList();
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

    /** The name of a member. */
    String name(int member) {
        return instance.members().get(member).name();
    }

    /** The names that those of a kind can be called by who are out of sight. */
    Seq<String> spareNames(int kind) {
        return instance.idle()
                .zip(instance.idleKinds())
                .filter(one -> one._2() == kind)
                .map(one -> one._1().name());
    }

    /** Of which kind a task is that is a member, or out of sight, by its name. */
    Map<String, Integer> kinds() {
        return kinds;
    }

    /** The values with these names in the place of names. */
    List<Object> renamed(List<Object> values, UnaryOperator<String> to) {
        return names.renamed(values, to);
    }

    /** Whether a cell belongs to a member that is not this one, or to one that never begins. */
    boolean isOfAnother(Cell<?> cell, int member) {
        if (idle[cell.index()]) {
            return true;
        }
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

    /** Whether a member is named in one of these values. */
    boolean names(List<Object> values) {
        return names.isIn(values);
    }

    /** Whether one out of sight is named in a value. */
    boolean namesOther(Object value) {
        return crowded && names.named(value).stream().anyMatch(name -> !isMember(name));
    }

    /** The names of those out of sight in what is common. */
    Seq<String> othersIn(State state) {
        return crowded
                ? Vector.ofAll(names.spots(common(state)))
                        .map(Names.Spot::name)
                        .reject(this::isMember)
                        .distinct()
                : Vector.empty();
    }

    /** Whether a member is named in what is common. */
    boolean isNamed(State state, int member) {
        return crowded
                && names.spots(common(state)).stream()
                        .anyMatch(spot -> spot.name().equals(name(member)));
    }

    private boolean isMember(String name) {
        return instance.members().exists(member -> member.name().equals(name));
    }

    /** What a member holds, with {@link Crowd#SELF} for its own name. */
    List<Object> plain(List<Object> owned, int member) {
        if (!crowded || !names(owned)) {
            return owned;
        }
        return names.renamed(owned, text -> {
            if (kinds.containsKey(text) && !text.equals(name(member))) {
                throw new Refused("member " + name(member) + " keeps the name of another, " + text);
            }
            return text.equals(name(member)) ? Crowd.SELF : text;
        });
    }

    /** The state of these values. */
    State state(List<Object> shared, List<List<Object>> members) {
        Object[] values = instance.model().initialStates().head().values().clone();
        for (int i = 0; i < common.length; i++) {
            values[common[i]] = shared.get(i);
        }
        for (int m = 0; m < own.length; m++) {
            for (int i = 0; i < own[m].length; i++) {
                Object owned = members.get(m).get(i);
                values[own[m][i]] = crowded ? named(owned, name(m)) : owned;
            }
        }
        return State.of(instance.model(), values);
    }

    private Object named(Object owned, String name) {
        return names.renamed(List.of(owned), text -> text.equals(Crowd.SELF) ? name : text)
                .get(0);
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
        return instance.others()
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
        return Vector.range(0, own.length).map(member -> Tuple.of(kind(member), plain(own(state, member), member)));
    }
}
