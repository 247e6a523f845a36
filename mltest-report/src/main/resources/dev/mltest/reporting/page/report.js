(() => {
  'use strict';

  const MOST_HISTOGRAMS = 24;
  const MOST_HEIGHT = 960;
  const DECADES = 4;

  const root = document.documentElement;
  const figures = JSON.parse(document.getElementById('figures').textContent);
  const colour = name => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isFinite = value => typeof value === 'number';

  function digits(value) {
    if (!isFinite(value)) return String(value);
    if (value === 0) return '0';
    const size = Math.abs(value);
    if (size >= 1e-3 && size < 1e6) return String(Number(value.toPrecision(4)));
    return value.toExponential(Math.abs(Number(value.toPrecision(1)) - value) < 1e-9 * size ? 0 : 2);
  }

  const shortened = (name, most) => name.length <= most ? name : '...' + name.slice(3 - most);

  // Options of the charting library, one function for each kind of plot.

  function frame(plot) {
    return {
      animation: false,
      aria: { enabled: true, label: { description: `${plot.caption.title}. ${plot.caption.says}. The figures are in the table below.` } },
      backgroundColor: 'transparent',
      color: [colour('series1'), colour('series2'), colour('series3'), colour('series4')],
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('soft') },
      tooltip: { renderMode: 'richText', confine: true, valueFormatter: digits, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: { color: colour('ink'), fontSize: 12 } },
    };
  }

  const legend = (width = 22) => ({ top: 0, left: 0, itemWidth: width, itemHeight: 9, textStyle: { color: colour('ink'), fontSize: 12 } });

  function axis(extra) {
    return {
      axisLine: { lineStyle: { color: colour('line') } },
      axisTick: { lineStyle: { color: colour('line') } },
      splitLine: { lineStyle: { color: colour('line'), opacity: 0.7 } },
      nameTextStyle: { color: colour('soft') },
      ...extra,
      axisLabel: { color: colour('soft'), hideOverlap: true, ...(extra.axisLabel || {}) },
    };
  }

  // Logarithms are taken here: the library's own axis cannot draw numbers below 1e-16.

  const decade = power => digits(Number(`1e${power}`));

  function decades(values) {
    const powers = values.map(Math.log10);
    const low = Math.floor(Math.min(...powers)), high = Math.ceil(Math.max(...powers));
    return [low, Math.max(high, low + 1)];
  }

  function span(values) {
    const low = Math.min(...values), high = Math.max(...values);
    const margin = 0.08 * (high - low) || 0.1 * Math.abs(high) || 1;
    return [low >= 0 && low < margin ? 0 : low - margin, high + margin];
  }

  function lines(plot, width) {
    const seeds = plot.x === 'seed';
    const points = plot.lines.flatMap(line => line.points);
    const xs = [...new Set(points.map(point => point.x))].sort((a, b) => a - b);
    const at = x => seeds ? String(x) : x;
    const edges = plot.bands.flatMap(band => [band.low, band.high]).filter(edge => isFinite(edge) && (edge > 0 || !plot.logarithmic));
    const seen = points.map(point => point.y).filter(isFinite).concat(edges);
    const scaled = value => plot.logarithmic ? Math.log10(value) : value;
    const [low, high] = !seen.length ? [0, 1] : plot.logarithmic ? decades(seen) : span(seen);
    const lost = points.filter(point => !isFinite(point.y)).map(point => ({ value: [at(point.x), high], recorded: point.y }));
    const series = plot.lines.map((line, index) => ({
      name: line.name,
      type: line.style === 'DOTS' ? 'scatter' : 'line',
      symbol: ['circle', 'diamond', 'rect', 'triangle'][index % 4],
      symbolSize: line.style === 'DOTS' ? 7 : 6,
      showSymbol: line.points.length < 40,
      lineStyle: { width: 2, type: line.style === 'DASHED' ? [6, 4] : 'solid' },
      data: line.points.map(point => ({ value: [at(point.x), isFinite(point.y) ? scaled(point.y) : null], recorded: point.y })),
    }));
    if (series.length && plot.bands.length) {
      series[0].markArea = {
        silent: true,
        itemStyle: { color: colour('band') },
        label: { color: colour('soft'), position: 'insideTopRight' },
        data: plot.bands.map(band => [
          { name: band.name, yAxis: edges.includes(band.low) ? scaled(band.low) : low },
          { yAxis: edges.includes(band.high) ? scaled(band.high) : high },
        ]),
      };
    }
    if (lost.length) series.push({ name: 'not finite', type: 'scatter', symbol: 'triangle', symbolSize: 11, itemStyle: { color: colour('violated') }, data: lost });
    return {
      ...frame(plot),
      tooltip: { ...frame(plot).tooltip, formatter: dot => `${dot.seriesName}\n${plot.x} ${dot.value[0]}: ${digits(dot.data.recorded)}` },
      legend: legend(),
      grid: { left: 8, right: 18, top: width < 480 ? 56 : 36, bottom: 30, containLabel: true },
      xAxis: axis({ type: seeds ? 'category' : 'value', data: seeds ? xs.map(String) : undefined, name: plot.x, nameLocation: 'middle', nameGap: 28, splitLine: { show: false } }),
      yAxis: axis({ type: 'value', min: low, max: high, minInterval: plot.logarithmic ? 1 : 0, axisLabel: { formatter: plot.logarithmic ? decade : digits, showMinLabel: low === 0 || plot.logarithmic, showMaxLabel: plot.logarithmic } }),
      series,
    };
  }

  function places(plot, width) {
    const values = plot.series.flatMap(series => series.values);
    const positive = values.filter(value => isFinite(value) && value > 0);
    const most = width < 480 ? 18 : 32;
    let [low, high] = positive.length ? decades(positive) : [-3, 0];
    if (values.some(value => value === 0)) low -= 1; // beside what can stand on such an axis
    if (values.some(value => !isFinite(value))) high += 1;
    const dots = (series, keep, x) => series.values
      .map((value, place) => ({ value: [x === undefined ? Math.log10(value) : x, place], recorded: value }))
      .filter(dot => keep(dot.recorded));
    const marked = (name, symbol, keep, x, tone) => {
      const data = plot.series.flatMap(series => dots(series, keep, x));
      return data.length ? [{ name, type: 'scatter', symbol, symbolSize: 12, itemStyle: { color: colour(tone) }, data }] : [];
    };
    return {
      ...frame(plot),
      tooltip: { ...frame(plot).tooltip, formatter: dot => `${plot.places[dot.value[1]]}\n${dot.seriesName}: ${digits(dot.data.recorded)}` },
      legend: legend(10),
      grid: { left: 8, right: 18, top: 34, bottom: 34, containLabel: true },
      xAxis: axis({ type: 'value', min: low - 0.2, max: high + 0.2, minInterval: 1, name: plot.x, nameLocation: 'middle', nameGap: 28, axisLabel: { formatter: decade, showMinLabel: false, showMaxLabel: false } }),
      yAxis: axis({ type: 'category', inverse: true, data: plot.places.map(place => shortened(place, most)), splitLine: { show: true, lineStyle: { color: colour('line'), opacity: 0.7 } }, axisTick: { show: false } }),
      series: [
        ...plot.series.map((series, index) => ({
          name: series.name, type: 'scatter', symbol: ['circle', 'diamond'][index % 2], symbolSize: 9,
          data: dots(series, value => isFinite(value) && value > 0),
        })),
        ...marked('exactly 0', 'path://M0,0 L3,0 L6,4.5 L9,0 L12,0 L7.5,6 L12,12 L9,12 L6,7.5 L3,12 L0,12 L4.5,6 Z', value => value === 0, low, 'violated'),
        ...marked('infinite', 'triangle', value => value === 'Infinity', high, 'soft'),
        ...marked('not a number', 'triangle', value => value === 'NaN', high, 'violated'),
      ],
    };
  }

  function cells(plot, width) {
    const shown = plot.tensors.slice(0, MOST_HISTOGRAMS);
    const columns = Math.max(1, Math.min(shown.length, width < 480 ? 2 : 3));
    const rows = Math.ceil(shown.length / columns);
    return { shown, columns, rows };
  }

  function histograms(plot, width, height) {
    const { shown, columns, rows } = cells(plot, width);
    const cell = { width: width / columns, height: height / rows };
    const most = Math.floor(cell.width / 7.5);
    const box = index => ({ left: (index % columns) * cell.width, top: Math.floor(index / columns) * cell.height });
    // Below its middle, or at the ends of the range below its outer edge.
    const edge = (bins, bin) => step(bins) === 1 || bins.counts.length < 3 ? bin + 0.5 : bin === 0 ? 0 : bin === bins.counts.length - 1 ? bin + 1 : bin + 0.5;
    const step = bins => bins.counts.length ? (bins.high - bins.low) / bins.counts.length : 0;
    return {
      ...frame(plot),
      title: shown.map((bins, index) => ({
        text: shortened(`${bins.name} ${bins.shape}`, most),
        subtext: bins.nonFinite ? `not finite: ${bins.nonFinite}` : undefined,
        left: box(index).left, top: box(index).top, padding: 2, itemGap: 2,
        textStyle: { fontSize: 11, fontWeight: 500, color: colour('ink') }, subtextStyle: { fontSize: 11, color: colour('violated') },
      })),
      grid: shown.map((bins, index) => ({
        left: box(index).left + 6, top: box(index).top + (bins.nonFinite ? 34 : 20), width: cell.width - 22, height: cell.height - (bins.nonFinite ? 58 : 44),
      })),
      xAxis: shown.map((bins, index) => axis({
        gridIndex: index, type: 'category', axisTick: { show: false }, splitLine: { show: false },
        data: bins.counts.map((count, bin) => digits(bins.low + edge(bins, bin) * step(bins))),
        axisLabel: { fontSize: 10, alignMinLabel: 'left', alignMaxLabel: 'right', interval: bin => bins.counts.length < 12 && cell.width > 160 || bin === 0 || bin === bins.counts.length - 1 },
      })),
      yAxis: shown.map((bins, index) => ({ gridIndex: index, type: 'value', show: false })),
      tooltip: { ...frame(plot).tooltip, formatter: bar => {
        const bins = shown[bar.seriesIndex], from = bins.low + bar.dataIndex * step(bins);
        return `${bins.name}\n${digits(from)} to ${digits(from + step(bins))}: ${bar.value}`;
      } },
      series: shown.map((bins, index) => ({ name: bins.name, type: 'bar', xAxisIndex: index, yAxisIndex: index, barCategoryGap: '6%', itemStyle: { color: colour('series1') }, data: bins.counts })),
    };
  }

  function matrix(plot) {
    const values = plot.values.flat().filter(isFinite);
    const largest = Math.max(0, ...values);
    const shade = value => !isFinite(value) ? 1 : value <= 0 ? 0 : Math.max(0.05, 1 + Math.log10(value / largest) / DECADES);
    const short = value => !isFinite(value) ? String(value) : value === 0 ? '0' : value < 0.01 ? value.toExponential(0) : String(Number(value.toPrecision(2)));
    const data = plot.values.flatMap((row, y) => row.map((value, x) => ({
      value: [x, y, shade(value)], recorded: value,
      itemStyle: isFinite(value) ? {} : { color: colour('violated') },
      label: { color: shade(value) > 0.6 ? colour('card') : colour('ink') },
    })));
    const examples = plot.values.map((row, index) => String(index));
    return {
      ...frame(plot),
      tooltip: { ...frame(plot).tooltip, formatter: cell => `exchanging example ${cell.value[0]}\nmoves example ${cell.value[1]} by ${digits(cell.data.recorded)}` },
      grid: { left: 26, right: 8, top: 8, bottom: 34, containLabel: true },
      xAxis: axis({ type: 'category', data: examples, name: plot.columns, nameLocation: 'middle', nameGap: 26, axisTick: { show: false }, splitArea: { show: false } }),
      yAxis: axis({ type: 'category', inverse: true, data: examples, name: plot.rows, nameLocation: 'middle', nameGap: 26, axisTick: { show: false } }),
      visualMap: { show: false, min: 0, max: 1, dimension: 2, inRange: { color: [colour('heat0'), colour('heat1'), colour('heat2')] } },
      series: [{ name: plot.caption.title, type: 'heatmap', data, label: { show: true, fontSize: 10, formatter: cell => short(cell.data.recorded) }, itemStyle: { borderColor: colour('card'), borderWidth: 2 } }],
    };
  }

  const kinds = { lines, places, histograms, matrix };

  function heightOf(plot, width) {
    if (plot.kind === 'places') return Math.min(MOST_HEIGHT, 92 + 24 * plot.places.length);
    if (plot.kind === 'matrix') return Math.min(360, Math.max(240, width * 0.7));
    if (plot.kind === 'histograms') {
      const { columns, rows } = cells(plot, width);
      return columns === 1 ? 220 : 118 * rows;
    }
    return 290;
  }

  function draw(element) {
    const plot = figures[element.dataset.plot];
    const width = element.clientWidth;
    if (!plot || !width) return;
    element.style.height = heightOf(plot, width) + 'px';
    const chart = echarts.getInstanceByDom(element) || echarts.init(element, null, { renderer: 'svg' });
    chart.resize();
    chart.setOption(kinds[plot.kind](plot, width, element.clientHeight), true);
    element.dataset.width = width;
  }

  const charts = all('.chart');
  const drawn = () => charts.filter(element => echarts.getInstanceByDom(element));
  const nearby = new IntersectionObserver(entries => entries
    .filter(entry => entry.isIntersecting && !echarts.getInstanceByDom(entry.target))
    .forEach(entry => draw(entry.target)), { rootMargin: '400px' });
  let printing = false;
  const sized = new ResizeObserver(entries => printing || entries
    .map(entry => entry.target)
    .filter(element => echarts.getInstanceByDom(element) && element.clientWidth && element.clientWidth !== Number(element.dataset.width))
    .forEach(draw));
  charts.forEach(element => { nearby.observe(element); sized.observe(element); });

  // Theme: as the system has it, unless chosen.

  const themeButton = document.getElementById('theme');
  const remembered = () => { try { return localStorage.getItem('mltest-theme'); } catch (refused) { return null; } };
  const remember = theme => { try { localStorage.setItem('mltest-theme', theme); } catch (refused) { /* a page on disk may have no storage */ } };

  function wear(theme) {
    const other = theme === 'dark' ? 'light' : 'dark';
    root.dataset.theme = theme;
    document.getElementById('theme-name').textContent = other;
    themeButton.setAttribute('aria-label', `Switch to the ${other} theme`);
    drawn().forEach(draw);
  }

  function turn() {
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    remember(theme);
    wear(theme);
  }

  wear(remembered() || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  themeButton.addEventListener('click', turn);

  // Filter.

  const search = document.getElementById('search');
  const toggles = all('[aria-pressed]');
  const checks = all('.check');
  const texts = new Map();

  function textOf(check) {
    if (!texts.has(check)) texts.set(check, check.textContent.toLowerCase());
    return texts.get(check);
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const outcomes = toggles.filter(toggle => toggle.getAttribute('aria-pressed') === 'true').map(toggle => toggle.dataset.outcome);
    const matches = check => outcomes.includes(check.dataset.outcome) && words.every(word => textOf(check).includes(word));
    checks.forEach(check => { check.hidden = !matches(check); });
    all('.model').forEach(model => { model.hidden = !model.querySelector('.check:not([hidden])'); });
    const shown = checks.filter(check => !check.hidden).length;
    document.getElementById('shown').textContent = shown === checks.length ? `${shown} verdicts` : `${shown} of ${checks.length} verdicts`;
    document.getElementById('nothing').hidden = shown > 0 || !checks.length;
  }

  function reset() {
    search.value = '';
    toggles.forEach(toggle => toggle.setAttribute('aria-pressed', 'true'));
    filter();
  }

  search.addEventListener('input', filter);
  toggles.forEach(toggle => toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-pressed', String(toggle.getAttribute('aria-pressed') !== 'true'));
    filter();
  }));
  document.getElementById('reset').addEventListener('click', reset);

  // Keys.

  function step(by) {
    const violated = checks.filter(check => check.dataset.outcome === 'violated' && !check.hidden).map(check => check.querySelector('summary'));
    if (!violated.length) return;
    const now = violated.indexOf(document.activeElement);
    violated[(now < 0 ? (by > 0 ? 0 : -1) : now + by + violated.length) % violated.length]?.focus();
    document.activeElement.scrollIntoView({ block: 'start' });
  }

  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && document.activeElement === search) {
      reset();
      search.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    const action = { '/': () => search.focus(), t: turn, n: () => step(1), p: () => step(-1) }[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  // A link to a verdict opens it.

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let element = target; element; element = element.parentElement) {
      if (element.tagName === 'DETAILS') element.open = true;
    }
    if (target) target.scrollIntoView();
  }

  addEventListener('hashchange', reveal);
  if (location.hash) reveal();

  // Print in light colours, with every plot that stands open.

  addEventListener('beforeprint', () => {
    root.dataset.beforePrint = root.dataset.theme;
    wear('light');
    charts.forEach(draw);
    printing = true;
    drawn().forEach(element => {
      const picture = element.querySelector('svg');
      if (!picture) return;
      picture.setAttribute('viewBox', `0 0 ${element.clientWidth} ${element.clientHeight}`);
      picture.setAttribute('style', 'width:100%;height:auto');
      picture.parentElement.style.width = '100%';
      picture.parentElement.style.height = 'auto';
      element.style.height = 'auto';
    });
  });
  addEventListener('afterprint', () => {
    printing = false;
    drawn().forEach(element => echarts.getInstanceByDom(element).dispose());
    wear(root.dataset.beforePrint || 'light');
    charts.forEach(draw);
  });
})();
