package shop;

record CreateCustomer() implements Create<Customer> {}
