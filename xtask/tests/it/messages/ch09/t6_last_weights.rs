//! The weights of the last epoch are kept, not those of the best.

pub fn train(network: &mut Network, training: &Samples, validation: &Samples, recipe: &Recipe) -> Vec<f64> {
    let y = crate::one_hot(&training.labels, network.w2.nrows());
    let mut optimiser = Momentum::new(network, recipe.eta, recipe.mu);
    let mut accuracies = vec![];
    for epoch in 0..recipe.epochs {
        train_epoch(network, &mut optimiser, &training.x, &y, recipe.size, recipe.seed + epoch as u64);
        let predicted = crate::predicted(&forward(network, &validation.x).logits);
        accuracies.push(crate::accuracy(&predicted, &validation.labels));
    }
    accuracies
}
