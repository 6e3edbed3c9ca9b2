package pagelife.reports.ci;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import pagelife.reports.Report;
import pagelife.reports.format.ReportFormat;
import pagelife.reports.page.Page;
import pagelife.reports.page.Printable;

/**
 * The XML of JUnit, which build machines read: a claim of a check, a litmus test or a row of the catalogue is a test
 * case. What is undecided is skipped, a mistake of the model or of the checker an error.
 */
public final class JUnitFormat implements ReportFormat {
    /** The format; it has no state. */
    public JUnitFormat() {}

    @Override
    public boolean writes(String kind) {
        return Case.kinds().contains(kind);
    }

    @Override
    public void write(Report report, Page page) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(page.out(), "UTF-8");
            Map<String, ? extends Seq<Case>> suites = Case.in(report).groupBy(Case::group);
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "\n", "testsuites", "name", "pagelife " + report.kind());
            counts(xml, Case.in(report));
            for (var suite : suites.toVector().sortBy(entry -> entry._1())) {
                start(xml, "\n  ", "testsuite", "name", suite._1());
                counts(xml, suite._2());
                for (Case one : suite._2()) {
                    testCase(xml, one);
                }
                end(xml, "\n  ");
            }
            end(xml, "\n");
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the XML document cannot be written: " + e.getMessage(), e);
        }
    }

    private static void counts(XMLStreamWriter xml, Seq<Case> cases) throws XMLStreamException {
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", count(cases, Case.End.FAILED));
        xml.writeAttribute("errors", count(cases, Case.End.FAULTY));
        xml.writeAttribute("skipped", count(cases, Case.End.UNDECIDED));
        xml.writeAttribute("time", "0");
    }

    private static String count(Seq<Case> cases, Case.End end) {
        return Integer.toString(cases.count(one -> one.end() == end));
    }

    private static void testCase(XMLStreamWriter xml, Case one) throws XMLStreamException {
        start(xml, "\n    ", "testcase", "name", one.name());
        xml.writeAttribute("classname", text(one.group()));
        xml.writeAttribute("time", "0");
        switch (one.end()) {
            case PASSED -> {}
            case FAILED -> problem(xml, "failure", one);
            case FAULTY -> problem(xml, "error", one);
            case UNDECIDED -> problem(xml, "skipped", one);
        }
        end(xml, "\n    ");
    }

    private static void problem(XMLStreamWriter xml, String element, Case one) throws XMLStreamException {
        start(xml, "\n      ", element, "message", one.message());
        if (!element.equals("skipped")) {
            xml.writeAttribute("type", one.end().name());
            xml.writeCharacters(text(one.detail()));
        }
        xml.writeEndElement();
    }

    private static void start(XMLStreamWriter xml, String indent, String element, String attribute, String value)
            throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeStartElement(element);
        xml.writeAttribute(attribute, text(value));
    }

    private static void end(XMLStreamWriter xml, String indent) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeEndElement();
    }

    /** XML has no way at all to write most control characters, nor halves of a pair. */
    private static String text(String text) {
        StringBuilder clean = new StringBuilder();
        Printable.of(text).codePoints().forEach(sign -> clean.appendCodePoint(isAllowed(sign) ? sign : 0xfffd));
        return clean.toString();
    }

    private static boolean isAllowed(int sign) {
        return sign >= 0x20 && sign < 0xd800
                || sign > 0xdfff && sign != 0xfffe && sign != 0xffff
                || sign == '\n'
                || sign == '\t';
    }
}
