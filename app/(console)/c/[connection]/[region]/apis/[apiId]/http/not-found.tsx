export { ApiPartNotFound as default } from '../api-part-not-found';
