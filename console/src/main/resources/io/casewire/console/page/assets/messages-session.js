export const SESSION = {
};
