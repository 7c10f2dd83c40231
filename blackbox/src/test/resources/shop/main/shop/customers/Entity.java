package shop.customers;

interface Entity {
    String name();
}
