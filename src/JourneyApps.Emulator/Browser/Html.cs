using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace JourneyApps.Emulator.Browser;

/// <summary>HTML. Values in an interpolated string are encoded unless they are HTML, so text of a schema never becomes markup.</summary>
internal readonly record struct Html(string Text)
{
    public static Html Empty => new(string.Empty);

    /// <summary>Makes HTML of an interpolated string.</summary>
    public static Html Of(HtmlHandler handler) => new(handler.Finish());

    /// <summary>Several pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <summary>Collects the pieces of an interpolated string.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct HtmlHandler(int literalLength, int holes)
    {
        private readonly StringBuilder _text = new(literalLength + (holes * 16));

        public void AppendLiteral(string html) => _text.Append(html);

        public void AppendFormatted(Html html) => _text.Append(html.Text);

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(text));

        public void AppendFormatted(long number) => _text.Append(number);

        public string Finish() => _text.ToString();
    }
}
