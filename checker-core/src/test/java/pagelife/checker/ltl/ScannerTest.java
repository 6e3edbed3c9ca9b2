package pagelife.checker.ltl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerTest {
    @ParameterizedTest(name = "of \"{0}\" the word is \"{1}\"")
    @CsvSource({"p1,p1", "p1q2 U q,p1q2", "p12_3,p12_3", "_1,_1", "p1-> q,p1", "1p,''", "9,''", "(p1),''"})
    void digitsArePartOfAWordButDoNotBeginOne(String text, String word) {
        Scanner scanner = new Scanner(text);
        assertEquals(word, scanner.word());
        assertEquals(word, scanner.nextWord());
        int blanks = word.isEmpty()
                ? 0
                : text.substring(word.length()).length()
                        - text.substring(word.length()).stripLeading().length();
        assertEquals(word.length() + blanks, scanner.position());
    }
}
