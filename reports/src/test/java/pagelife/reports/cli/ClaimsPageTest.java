package pagelife.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pagelife.checker.property.Property;
import pagelife.checker.result.Verdict;
import pagelife.models.Protocol;
import pagelife.models.Settings;
import pagelife.models.Variant;
import pagelife.reports.page.Wrap;
import pagelife.specs.Expectation;
import pagelife.specs.FamilySpecs;
import pagelife.specs.Inquiry;
import pagelife.specs.Spec;
import pagelife.specs.catalogue.Catalogue;

/**
 * {@code docs/claims.md} has each claim and each bug of the catalogue, with the rows that show it. {@code
 * -Dupdate.golden} writes it anew.
 */
class ClaimsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "claims.md");
    private static final String BEGIN = "<!-- claims -->\n";
    private static final String END = "<!-- end -->\n";
    private static final int WIDTH = 128;
    private static final int MOST_ROWS = 4;

    private LinkedHashMap<String, Claim> claims = LinkedHashMap.empty();

    /**
     * A claim of the catalogue.
     *
     * @param name its name in full
     * @param sentences what it says, in the families that say it otherwise
     * @param families those that make it
     * @param broken the rows that are expected to break it, with the steps that it takes
     */
    private record Claim(String name, Seq<String> sentences, Seq<String> families, Seq<String> broken) {
        Claim and(String sentence, String family) {
            return new Claim(
                    name,
                    sentences.append(sentence).distinct(),
                    families.append(family).distinct(),
                    broken);
        }

        Claim brokenIn(String row) {
            return new Claim(name, sentences, families, broken.append(row));
        }

        String text() {
            String where = broken.isEmpty()
                    ? ""
                    : " Broken in " + broken.take(MOST_ROWS).mkString(", ")
                            + (broken.size() > MOST_ROWS ? ", and " + (broken.size() - MOST_ROWS) + " more rows" : "")
                            + ".";
            return "**" + name + "**: " + sentences.mkString("; or: ") + ". In " + families.mkString(", ") + "."
                    + where;
        }
    }

    @Test
    void everyClaimAndEveryBugIsOnThePage() throws IOException {
        Catalogue.families().forEach(this::add);
        String page = Files.readString(PAGE);
        String real = page.substring(0, page.indexOf(BEGIN)) + BEGIN + "\n## Claims\n\n" + claimTexts()
                + "\n## Bugs\n\n" + bugTexts() + "\n" + END;
        if (System.getProperty("update.golden") != null) {
            Files.writeString(PAGE, real);
            return;
        }
        assertEquals(real, page, PAGE + " is not what the catalogue has: -Dupdate.golden writes it");
    }

    private <P extends Protocol> void add(FamilySpecs<P> specs) {
        for (Variant variant : specs.family().variants()) {
            for (Property claim :
                    Inquiry.about(specs, variant, Settings.NONE, Settings.NONE).all()) {
                claims = claims.put(
                        claim.id(),
                        claims.get(claim.id())
                                .getOrElse(
                                        () -> new Claim(claim.name(), Vector.empty(), Vector.empty(), Vector.empty()))
                                .and(claim.claim(), specs.family().name()));
            }
        }
        specs.specs().forEach(row -> broken(row).forEach(this::noteBroken));
    }

    private void noteBroken(Tuple2<String, String> row) {
        claims.keySet()
                .filter(id -> row._1().equals(id)
                        || row._1().equals(claims.get(id).get().name()))
                .forEach(id -> claims = claims.put(id, claims.get(id).get().brokenIn(row._2())));
    }

    /** The claims that a row breaks, each with the row and its steps. */
    private static Seq<Tuple2<String, String>> broken(Spec row) {
        return row.expectations()
                .filter(one -> one.verdict() == Verdict.VIOLATED)
                .map(one -> Tuple.of(one.property(), "`" + row.id() + "`" + steps(one)));
    }

    private static String steps(Expectation one) {
        return one.length().map(steps -> " (" + steps + ")").getOrElse("");
    }

    private String claimTexts() {
        return claims.values().map(claim -> wrapped(claim.text())).mkString("\n");
    }

    private static String bugTexts() {
        return Catalogue.families().flatMap(ClaimsPageTest::bugs).mkString("\n");
    }

    private static Seq<String> bugs(FamilySpecs<?> specs) {
        return specs.bugs()
                .map(bug -> wrapped("**" + bug._1() + "**: " + bug._2() + ". "
                        + rows(specs, bug._1()).map(ClaimsPageTest::row).mkString("; ") + "."))
                .toVector();
    }

    private static Seq<Spec> rows(FamilySpecs<?> specs, String code) {
        return specs.specs().filter(row -> row.id().startsWith(code + "/"));
    }

    private static String row(Spec row) {
        return "`./check " + row.id() + "` breaks "
                + broken(row)
                        .map(one -> one._1().split(" (?=[A-Z])", 2)[0]
                                + one._2().substring(row.id().length() + 2))
                        .mkString(", ");
    }

    private static String wrapped(String text) {
        return String.join("\n", Wrap.words(text, WIDTH)) + "\n";
    }
}
