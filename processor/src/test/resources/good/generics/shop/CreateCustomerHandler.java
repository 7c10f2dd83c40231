package shop;

final class CreateCustomerHandler extends Numbering<Customer, CreateCustomer> {}
