"""Compiled from changes.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'changes.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_plain = resolve('plain')
    l_0_entries = resolve('entries')
    l_0_t = resolve('t')
    l_0_repeats = resolve('repeats')
    l_0_more_repeats = resolve('more_repeats')
    l_0_say = resolve('say')
    l_0_count_of_changes = resolve('count_of_changes')
    try:
        t_1 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    pass
    yield '<nav id="changes" aria-label="'
    yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'List of changes'))
    yield '">\n'
    if (undefined(name='entries') if l_0_entries is missing else l_0_entries):
        pass
        yield '<div class="tools">\n<label class="find"><span class="heard">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'search in changes'))
        yield '</span><input type="search" id="find" placeholder="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'search in changes'))
        yield '" title="/"></label>\n<label><span class="heard">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'side'))
        yield '</span><select id="sides" title="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'side'))
        yield '"><option value="" label="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'all sides'))
        yield '"></option><option value="left" label="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'only left'))
        yield '"></option><option value="right" label="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'only right'))
        yield '"></option></select></label>\n<p class="progress"><progress id="progress" max="'
        yield escape(t_1((undefined(name='entries') if l_0_entries is missing else l_0_entries)))
        yield '" value="0" aria-label="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'decided'))
        yield '"></progress> <span id="decided"></span></p>\n<p class="files-of-verdicts"><button type="button" id="export">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'export verdicts'))
        yield '</button><button type="button" id="import">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'import verdicts'))
        yield '</button><button type="button" id="clear">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'clear verdicts'))
        yield '</button><input type="file" id="file" accept=".json,application/json" hidden aria-label="'
        yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'import verdicts'))
        yield '"></p>\n</div>\n'
    if (undefined(name='repeats') if l_0_repeats is missing else l_0_repeats):
        pass
        yield '<h2>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Same replacement'))
        yield '</h2>\n<ul class="groups">\n'
        for l_1_one in (undefined(name='repeats') if l_0_repeats is missing else l_0_repeats):
            _loop_vars = {}
            pass
            yield '<li class="'
            yield escape(environment.getattr(l_1_one, 'kind'))
            yield '" data-places="'
            for (l_2_ids, l_2_place) in environment.getattr(l_1_one, 'places'):
                _loop_vars = {}
                pass
                yield escape(environment.getitem(l_2_ids, 0))
                yield ' '
            l_2_ids = l_2_place = missing
            yield '"><a href="#'
            yield escape(environment.getitem(environment.getitem(environment.getitem(environment.getattr(l_1_one, 'places'), 0), 0), 0))
            yield '"><i class="swatch"></i><span dir="auto">'
            if environment.getattr(l_1_one, 'left'):
                pass
                yield '<del>'
                yield escape(environment.getattr(l_1_one, 'left'))
                yield '</del>'
            yield ' → '
            if environment.getattr(l_1_one, 'right'):
                pass
                yield '<ins>'
                yield escape(environment.getattr(l_1_one, 'right'))
                yield '</ins>'
            yield '</span> <b>×'
            yield escape(t_1(environment.getattr(l_1_one, 'places')))
            yield '</b></a>\n<div class="stops"><span class="walk"><button type="button" data-step="-1" title="'
            yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'previous place', _loop_vars=_loop_vars))
            yield '">↑<span class="heard"> '
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'previous place', _loop_vars=_loop_vars))
            yield '</span></button><button type="button" data-step="1" title="'
            yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'next place', _loop_vars=_loop_vars))
            yield '">↓<span class="heard"> '
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'next place', _loop_vars=_loop_vars))
            yield '</span></button></span>\n<span class="walk of-all"><button type="button" data-all="accepted" title="'
            yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'accept', _loop_vars=_loop_vars))
            yield '">✓<span class="heard"> '
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'accept', _loop_vars=_loop_vars))
            yield '</span></button><button type="button" data-all="rejected" title="'
            yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'reject', _loop_vars=_loop_vars))
            yield '">✗<span class="heard"> '
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reject', _loop_vars=_loop_vars))
            yield '</span></button><button type="button" data-all="ignored" title="'
            yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'ignore', _loop_vars=_loop_vars))
            yield '">–<span class="heard"> '
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'ignore', _loop_vars=_loop_vars))
            yield '</span></button></span>\n<details><summary>'
            yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), _loop_vars=_loop_vars, *environment.getattr(l_1_one, 'count')))
            yield '</summary><p>'
            for (l_2_ids, l_2_place) in environment.getattr(l_1_one, 'places')[:200]:
                _loop_vars = {}
                pass
                yield '<a href="#'
                yield escape(environment.getitem(l_2_ids, 0))
                yield '">'
                yield escape(l_2_place)
                yield '</a> '
            l_2_ids = l_2_place = missing
            yield '</p></details></div></li>\n'
        l_1_one = missing
        yield '</ul>\n'
        if (undefined(name='more_repeats') if l_0_more_repeats is missing else l_0_more_repeats):
            pass
            yield '<p class="note">… +'
            yield escape((undefined(name='more_repeats') if l_0_more_repeats is missing else l_0_more_repeats))
            yield '</p>'
    yield '<h2 id="listed">'
    yield escape(context.call((undefined(name='say') if l_0_say is missing else l_0_say), *(undefined(name='count_of_changes') if l_0_count_of_changes is missing else l_0_count_of_changes)))
    yield '</h2>\n'
    if (undefined(name='entries') if l_0_entries is missing else l_0_entries):
        pass
        yield '<div id="list"></div>\n<noscript><p>'
        l_1_loop = missing
        for l_1_entry, l_1_loop in LoopContext((undefined(name='entries') if l_0_entries is missing else l_0_entries)[:2000], undefined):
            _loop_vars = {}
            pass
            yield '<a href="#'
            yield escape(environment.getattr(l_1_entry, 'id'))
            yield '">'
            yield escape(environment.getattr(l_1_loop, 'index'))
            yield '</a> '
        l_1_loop = l_1_entry = missing
        yield '</p></noscript>\n'
    else:
        pass
        yield '<p class="note">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'Nothing to list.'))
        yield '</p>\n'
    yield '<canvas id="map" width="14" role="img" aria-label="'
    yield escape(context.call((undefined(name='plain') if l_0_plain is missing else l_0_plain), 'map of the document'))
    yield '"></canvas>\n</nav>\n'

blocks = {}
debug_info = '1=25&2=27&4=30&5=34&6=44&7=48&10=56&11=59&13=61&14=65&15=90&16=98&17=110&20=124&22=130&23=132&25=136&27=149&29=152'
jinja_version = '3.1.6'
source_digest = 'ad3c16bbe2a85ca24ccdce2ecea8423114f98d8a148176c44ae62e71de8fb4c3'
