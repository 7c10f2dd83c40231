package io.neuroglia.pizzeria.ordering;

import static io.neuroglia.pizzeria.ordering.OrderingFixture.command;
import static io.neuroglia.pizzeria.ordering.OrderingFixture.item;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.neuroglia.behavior.validation.ValidationBehavior;
import io.neuroglia.pizzeria.money.Money;
import io.neuroglia.result.FieldError;
import io.neuroglia.result.OperationResult;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceOrderCommandTest {
    private static final PizzaItem MARGHERITA = item("margherita", "large", "extra_cheese");

    private static ValidatorFactory validators;

    @BeforeAll
    static void open() {
        validators = Validation.buildDefaultValidatorFactory();
    }

    @AfterAll
    static void close() {
        validators.close();
    }

    @Test
    void a_complete_order_is_valid() throws Exception {
        assertThat(errors(command(MARGHERITA))).isEmpty();
    }

    @Test
    void everything_missing_is_told_at_once_in_the_order_of_the_fields() throws Exception {
        PlaceOrderCommand empty = new PlaceOrderCommand("", "", "", List.of(), "", "");

        assertThat(errors(empty))
                .containsExactly(
                        new FieldError("customerName", "Customer name is required"),
                        new FieldError("customerPhone", "Valid phone number required"),
                        new FieldError("customerAddress", "Customer address is required"),
                        new FieldError("pizzaItems", "Order must contain at least one pizza"),
                        new FieldError("paymentMethod", "Payment method must be cash, credit_card or debit_card"),
                        new FieldError("orderSource", "Order source must be web, phone or mobile_app"));
    }

    @Test
    void an_empty_item_names_its_place() throws Exception {
        PizzaItem empty = new PizzaItem("", "", List.of(""), "");

        assertThat(errors(command(MARGHERITA, empty)))
                .containsExactly(
                        new FieldError("pizzaItems[1].pizzaId", "Pizza id is required"),
                        new FieldError("pizzaItems[1].toppings[0]", "Topping is required"),
                        new FieldError("pizzaItems[1].size", "Size must be small, medium or large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"555-0123", "5550123", "+1 (555) 012-3456", "555.012.3456", "123456789012345", "(555)0123-"})
    void a_phone_number_has_7_to_15_digits_and_separators(String phone) throws Exception {
        assertThat(errors(withPhone(phone))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "555-012",
                "1234567890123456",
                "555-0123x",
                "555/0123",
                "５５５０１２３",
                "5550123\n",
                "- - - - - - -",
                "555                                                0123"
            })
    void another_phone_number_is_refused(String phone) throws Exception {
        assertThat(errors(withPhone(phone)))
                .containsExactly(new FieldError("customerPhone", "Valid phone number required"));
    }

    @Test
    void texts_have_their_limits() throws Exception {
        PizzaItem longest = new PizzaItem("margherita", "large", nCopies(20, "basil"), "i".repeat(200));
        PizzaItem tooLong = new PizzaItem("p".repeat(101), "large", nCopies(21, "basil"), "i".repeat(201));

        assertThat(errors(withTexts("n".repeat(100), "a".repeat(200), longest))).isEmpty();
        assertThat(errors(withTexts("n".repeat(101), "a".repeat(201), tooLong)))
                .extracting(FieldError::message)
                .containsExactly(
                        "Customer name must have at most 100 characters",
                        "Customer address must have at most 200 characters",
                        "Pizza id must have at most 100 characters",
                        "Special instructions must have at most 200 characters",
                        "A pizza takes at most 20 toppings");
    }

    @Test
    void control_characters_are_refused_everywhere() throws Exception {
        PizzaItem item = new PizzaItem("marg\u0000", "large", List.of("ba\u0000sil"), "cri\nspy");

        assertThat(errors(withTexts("John\u0000", "123\tPizza St", item)))
                .extracting(FieldError::message)
                .hasSize(5)
                .allSatisfy(message -> assertThat(message).endsWith(" must not contain control characters"));
    }

    @Test
    void an_order_has_at_most_50_pizzas() throws Exception {
        assertThat(errors(command(nCopies(50, MARGHERITA).toArray(PizzaItem[]::new))))
                .isEmpty();
        assertThat(errors(command(nCopies(51, MARGHERITA).toArray(PizzaItem[]::new))))
                .containsExactly(new FieldError("pizzaItems", "Order must contain at most 50 pizzas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LARGE", "huge", "", "large "})
    void an_unknown_size_is_refused(String size) throws Exception {
        assertThat(errors(command(item("margherita", size))))
                .containsExactly(new FieldError("pizzaItems[0].size", "Size must be small, medium or large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cash", "credit_card", "debit_card"})
    void the_payment_methods_are_known(String method) throws Exception {
        assertThat(errors(paidAndFrom(method, "web"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "phone", "mobile_app"})
    void the_sources_are_known(String source) throws Exception {
        assertThat(errors(paidAndFrom("cash", source))).isEmpty();
    }

    private static PlaceOrderCommand withPhone(String phone) {
        return new PlaceOrderCommand("John Doe", phone, "123 Pizza St", List.of(MARGHERITA), "cash", "web");
    }

    private static PlaceOrderCommand withTexts(String name, String address, PizzaItem item) {
        return new PlaceOrderCommand(name, "555-0123", address, List.of(item), "cash", "web");
    }

    private static PlaceOrderCommand paidAndFrom(String method, String source) {
        return new PlaceOrderCommand("John Doe", "555-0123", "123 Pizza St", List.of(MARGHERITA), method, source);
    }

    /** What the validation stage says, or nothing when it lets the order pass. */
    private static List<FieldError> errors(PlaceOrderCommand command) throws Exception {
        OrderReceipt passed = new OrderReceipt("id", Money.ZERO, OrderingFixture.NOON);
        return new ValidationBehavior(validators.getValidator())
                .handle(command, request -> OperationResult.ok(passed))
                .fold(receipt -> List.of(), problem -> problem.errors());
    }
}
