'use strict';

// What a session sends with every request that changes something, beside its cookie, which no script can read.
const TOKEN_COOKIE = 'focus-csrf=';
const TOKEN_HEADER = 'X-CSRF-Token';
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

function withToken(request) {
    const cookie = document.cookie.split('; ').find(pair => pair.startsWith(TOKEN_COOKIE));
    const method = (request.method || 'GET').toUpperCase();
    if (cookie && !SAFE.includes(method) && new URL(request.url, location.href).origin === location.origin) {
        request.headers = request.headers || {};
        request.headers[TOKEN_HEADER] = request.headers[TOKEN_HEADER] || cookie.slice(TOKEN_COOKIE.length);
    }
    return request;
}

// A cookie is set by the service and sent by the browser: there is nothing to enter, and nothing to authorize.
function cookiesAreNotEntered() {
    return {
        wrapComponents: {
            auths: (Entered, system) => props => {
                const element = system.React.createElement;
                const [name, schema] = props.definitions.entrySeq().first();
                return props.definitions.size === 1 && schema.get('in') === 'cookie'
                    ? element('div', { className: 'auth-container' },
                        element('h4', null, element('code', null, name), ' (cookie)'),
                        element('p', null, schema.get('description')))
                    : element(Entered, props);
            },
        },
    };
}

SwaggerUIBundle({
    url: '/q/openapi',
    dom_id: '#page',
    deepLinking: true,
    validatorUrl: 'none',
    persistAuthorization: false,
    requestInterceptor: withToken,
    plugins: [cookiesAreNotEntered],
});
