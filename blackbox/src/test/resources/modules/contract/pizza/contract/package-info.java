@io.neuroglia.message.HandledElsewhere
package pizza.contract;
