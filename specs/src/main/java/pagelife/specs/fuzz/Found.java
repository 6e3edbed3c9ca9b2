package pagelife.specs.fuzz;

import pagelife.checker.property.Property;
import pagelife.checker.result.Finding;
import pagelife.specs.Inquiry;
import pagelife.specs.Subject;

/**
 * A claim that a random workload breaks, and the smallest workload made of it.
 *
 * @param claim the claim
 * @param trial the number of the trial that broke it first, from 1
 * @param strategy who went next in its walk
 * @param met the programs of the trial, tasks apart by {@code |}
 * @param walked how many steps its walk took until then
 * @param subject the protocol with the smallest workload
 * @param programs the programs of that
 * @param operations how many calls they have
 * @param shortened how many steps a walk through that needs, all left out that can be left out
 * @param finding what the search of that found: the shortest run; where a limit came first, that walk
 * @param isShortest whether the search came to its end
 * @param inquiry the protocol that the run is one of
 */
public record Found(
        Property claim,
        long trial,
        String strategy,
        String met,
        int walked,
        Subject subject,
        String programs,
        int operations,
        int shortened,
        Finding finding,
        boolean isShortest,
        Inquiry<?> inquiry) {}
