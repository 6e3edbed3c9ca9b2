package example;

import static pagelife.reports.junit.PagelifeAssertions.assertHolds;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pagelife.models.Workload;
import pagelife.reports.ask.Ask;
import pagelife.specs.Subject;
import pagelife.specs.arbitrary.ModelArbitraries;
import pagelife.specs.own.StudySpecs;

class TableWorkloadsTest {
    private static final Subject TABLE = Subject.of(StudySpecs.of(new Table()));

    @Provide
    Arbitrary<Workload> workloads() {
        return ModelArbitraries.programs(TABLE, 3, 2);
    }

    @Property(tries = 50)
    void nothingIsUsedAfterItIsFreedWhateverTasksDo(@ForAll("workloads") Workload workload) {
        assertHolds(Ask.about(TABLE).tasks(workload).claims("no use after free"));
    }
}
