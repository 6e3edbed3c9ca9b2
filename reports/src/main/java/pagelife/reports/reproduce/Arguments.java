package pagelife.reports.reproduce;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * The arguments of an operation, told apart by how they are written.
 *
 * @param words the arguments
 */
record Arguments(Seq<String> words) {
    private static final String MM = "mm[0-9]+";
    private static final String PLACE = "P?[0-9]+";
    private static final String FILE = "[f-z]";
    private static final String FLAG = "page|get|pin|longterm";

    /** The number of the address space; the first where none is named. */
    int mm() {
        return words.find(word -> word.matches(MM)).map(Arguments::number).getOrElse(0);
    }

    /** The number of the place, or of the page; empty where none is named. */
    Option<Integer> index() {
        return words.find(word -> word.matches(PLACE)).map(Arguments::number);
    }

    /** The number of the last place that is named; empty where none is. */
    Option<Integer> last() {
        return words.filter(word -> word.matches(PLACE)).lastOption().map(Arguments::number);
    }

    /** The number of the file; the first where none is named. */
    int file() {
        return words.find(word -> word.matches(FILE))
                .map(word -> word.charAt(0) - 'f')
                .getOrElse(0);
    }

    /** Who holds a pin; empty where that is not said. */
    Option<String> holder() {
        return words.find(word -> word.matches("[a-z][a-z-]+") && !word.matches(FLAG));
    }

    private static int number(String word) {
        return Integer.parseInt(word.replaceAll("[^0-9]", ""));
    }
}
