package neighbours;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void the_application_runs() {
        assertDoesNotThrow(() -> Neighbours.main(new String[0]));
    }
}
