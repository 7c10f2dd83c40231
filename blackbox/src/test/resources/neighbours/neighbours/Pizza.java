package neighbours;

/** An entity in the old style. */
@lombok.Data
public class Pizza {
    private String name;
    private int price;
}
