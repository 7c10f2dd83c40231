package io.neuroglia.pizzeria;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@RunsPizzeria({
    "pizzeria.demo-accounts=false",
    "pizzeria.accounts[0].name=daisy",
    "pizzeria.accounts[0].password=flower power",
    "pizzeria.accounts[0].role=manager",
    "pizzeria.accounts[1].name=yoshi",
    "pizzeria.accounts[1].password={noop}egg",
    "pizzeria.accounts[1].role=STAFF",
})
class ConfiguredAccountsIT {
    private final Client anyone;

    ConfiguredAccountsIT(RunningPizzeria pizzeria) {
        anyone = pizzeria.anyone();
    }

    @Test
    void configured_accounts_take_the_place_of_the_demo_accounts() {
        assertThat(anyone.as("daisy", "flower power").get("/api/notifications").status())
                .isEqualTo(200);
        assertThat(anyone.as("yoshi", "egg").get("/api/notifications").status()).isEqualTo(403);
        assertThat(anyone.as("peach", "peach-demo").get("/api/notifications").status())
                .isEqualTo(401);
    }
}
