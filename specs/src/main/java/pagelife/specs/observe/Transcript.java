package pagelife.specs.observe;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * What was seen in a recording, as observations of tasks of a model.
 *
 * @param noted what was seen, in the order of the lines
 * @param calls for each task what it was seen to do, each once
 * @param unused what was not used of the recording
 */
record Transcript(Vector<Noted> noted, LinkedHashMap<String, LinkedHashSet<String>> calls, Seq<Unused> unused) {
    /** Lines that do something to the pages of which the models know nothing. */
    long outside() {
        return unused.filter(Unused::touches).map(Unused::lines).sum().longValue();
    }
}
