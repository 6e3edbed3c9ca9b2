package pagelife.checker.engine.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A checksum of 64 bits: CRC-32C (Castagnoli) and CRC-32 side by side. Both run in hardware, each finds every change of
 * up to 32 bits in a row; what is changed otherwise passes both once in 2^64.
 */
public final class Sum {
    private final CRC32C upper = new CRC32C();
    private final CRC32 lower = new CRC32();

    /** Adds what remains in {@code bytes}, which is not consumed. */
    public Sum add(ByteBuffer bytes) {
        upper.update(bytes.duplicate());
        lower.update(bytes.duplicate());
        return this;
    }

    /** Adds a number. */
    public Sum add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }

    /** The checksum of all that was added. */
    public long value() {
        return upper.getValue() << Integer.SIZE | lower.getValue();
    }
}
