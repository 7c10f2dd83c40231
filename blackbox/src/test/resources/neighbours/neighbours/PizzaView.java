package neighbours;

@lombok.Value
@lombok.Builder
public class PizzaView {
    String name;
    int price;
}
