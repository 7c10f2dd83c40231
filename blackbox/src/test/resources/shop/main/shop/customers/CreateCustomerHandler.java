package shop.customers;

final class CreateCustomerHandler extends Counting<CreateCustomer> {}
