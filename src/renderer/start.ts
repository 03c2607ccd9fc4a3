import './theme/global.css'

import { createPinia } from 'pinia'
import { createApp } from 'vue'

import App from './App.vue'
import { keepPage } from './frame/life/keep-page.ts'
import { startClock } from './kit/behaviour/use-now.ts'
import { createHoiAmRouter } from './router.ts'
import { reportUnexpected } from './unexpected.ts'

keepPage(window)
startClock()
const app = createApp(App).use(createPinia()).use(createHoiAmRouter())
reportUnexpected(app)
app.mount('#app')
