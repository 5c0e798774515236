export { ApiPageLoading as default } from '../api-page-loading';
