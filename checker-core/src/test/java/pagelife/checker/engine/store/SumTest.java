package pagelife.checker.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SumTest {
    private static ByteBuffer bytes() {
        return ByteBuffer.wrap("123456789".getBytes(StandardCharsets.US_ASCII));
    }

    /** The check values of both polynomials in the catalogue of parametrised CRC algorithms (G. Cook). */
    @Test
    void itIsBothChecksumsSideBySide() {
        assertEquals(0xE3069283_CBF43926L, new Sum().add(bytes()).value());
    }

    @Test
    void itKnowsOrderAndEachBit() {
        long whole = new Sum().add(1).add(2).value();
        assertNotEquals(whole, new Sum().add(2).add(1).value());
        for (int bit = 0; bit < Long.SIZE; bit++) {
            assertNotEquals(whole, new Sum().add(1 ^ 1L << bit).add(2).value());
        }
    }

    @Test
    void whatIsAddedIsNotConsumed() {
        ByteBuffer bytes = bytes();
        new Sum().add(bytes);
        assertEquals(9, bytes.remaining());
    }
}
