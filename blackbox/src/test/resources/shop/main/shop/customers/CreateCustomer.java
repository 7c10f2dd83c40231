package shop.customers;

record CreateCustomer(String name) implements Create<Customer> {
    @Override
    public Customer made() {
        return new Customer(name);
    }
}
