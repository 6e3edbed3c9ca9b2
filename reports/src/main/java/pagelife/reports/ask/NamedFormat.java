package pagelife.reports.ask;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.function.Function;
import pagelife.reports.ci.GitHubFormat;
import pagelife.reports.ci.JUnitFormat;
import pagelife.reports.ci.SarifFormat;
import pagelife.reports.format.Detail;
import pagelife.reports.format.LitmusFormat;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.html.HtmlFormat;
import pagelife.reports.json.JsonFormat;
import pagelife.reports.outcome.Misasked;
import pagelife.reports.outcome.Unknown;
import pagelife.reports.text.CommitFormat;
import pagelife.reports.text.TextFormat;
import pagelife.reports.traces.DotFormat;
import pagelife.reports.traces.ItfFormat;
import pagelife.reports.traces.MermaidFormat;
import pagelife.reports.traces.PerfettoFormat;

/**
 * A format with a name.
 *
 * @param name what {@code --format} calls it
 * @param ending how the names of its files end
 * @param made makes it; text and pictures want to be told how much of the runs is wanted
 */
public record NamedFormat(String name, String ending, Function<Detail, ReportFormat> made) {
    /** The formats that there are. A new one is a line here. */
    public static final Seq<NamedFormat> ALL = Vector.of(
            new NamedFormat("text", ".txt", TextFormat::new),
            new NamedFormat("json", ".json", detail -> new JsonFormat()),
            new NamedFormat("commit", ".commit.txt", detail -> new CommitFormat()),
            new NamedFormat("litmus", ".litmus", detail -> new LitmusFormat()),
            new NamedFormat("html", ".html", detail -> new HtmlFormat()),
            new NamedFormat("itf", ".itf.json", detail -> new ItfFormat(detail.witnesses())),
            new NamedFormat("mermaid", ".mmd", detail -> new MermaidFormat(detail.witnesses())),
            new NamedFormat("dot", ".dot", detail -> new DotFormat(detail.witnesses())),
            new NamedFormat("perfetto", ".perfetto.json", detail -> new PerfettoFormat(detail.witnesses())),
            new NamedFormat("junit", ".junit.xml", detail -> new JUnitFormat()),
            new NamedFormat("sarif", ".sarif", detail -> new SarifFormat()),
            new NamedFormat("github", ".github.txt", detail -> new GitHubFormat()));

    /**
     * The one of this name.
     *
     * @throws Misasked if there is none
     */
    public static NamedFormat of(String name) {
        return ALL.find(known -> known.name().equals(name))
                .getOrElseThrow(() -> Unknown.name("format", name, names(), "there are " + names().mkString(", ")));
    }

    /** The names of all. */
    public static Seq<String> names() {
        return ALL.map(NamedFormat::name);
    }

    /** The names of those that can say what reports of a kind say: see {@link pagelife.reports.Report#kind}. */
    public static Seq<String> writing(String kind) {
        return ALL.filter(format -> format.writes(kind)).map(NamedFormat::name);
    }

    /** Whether it can say what reports of a kind say. */
    public boolean writes(String kind) {
        return made.apply(Detail.USUAL).writes(kind);
    }
}
