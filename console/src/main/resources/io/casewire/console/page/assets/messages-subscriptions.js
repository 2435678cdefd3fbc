export const SUBSCRIPTIONS = {
};
