using System.Text;

namespace JourneyApps.Emulator.Reading;

/// <summary>The <c>display</c> of objects, as the platform's client computes it; for the server it is an assumption. The cost of a text is
/// bounded: objects can display each other, and the reference engine would not terminate.</summary>
internal sealed class DisplayRenderer(RelatedObjects related, TimeZoneInfo zone)
{
    // How deep the displays of related objects are nested in each other.
    private const int MaxDepth = 8;

    // Values, links followed, and parts of related displays, per text.
    private const int MaxSteps = 1000;

    // The characters of a text, and how many of them come from related objects.
    private const int MaxLength = 65_536;
    private const int MaxRelatedLength = 4096;

    // Where a text is cut off.
    private const char Ellipsis = '…';

    private int _steps;
    private int _relatedLength;
    private bool _isCut;

    /// <summary>The display text of an object.</summary>
    public string Render(ServedModel model, JsonElement values)
    {
        _steps = 0;
        _relatedLength = 0;
        _isCut = false;
        StringBuilder text = new();
        Append(text, model, values, 0);
        return text.ToString();
    }

    private void Append(StringBuilder text, ServedModel model, JsonElement values, int depth)
    {
        foreach (DisplayPart part in model.Display)
        {
            if (_isCut) return;
            bool isValue = part.Kind == DisplayPartKind.Value;
            if ((isValue || depth > 0) && !Step(text)) return;
            if (isValue) AppendValue(text, part, model, values, depth);
            else Append(text, part.Text, isRelated: depth > 0);
        }
    }

    private void AppendValue(StringBuilder text, DisplayPart part, ServedModel model, JsonElement values, int depth)
    {
        for (int i = 0; i < part.Path.Count; i++)
        {
            if (model.FindName(part.Path[i]) is not { } member || !member.TryRead(values, out JsonElement value)) return;
            int rest = part.Path.Count - i - 1;
            if (member.Link is null)
            {
                string shown = rest switch
                {
                    0 => member.Codec.Display(member, value, part, zone),
                    1 => member.Codec.DisplayProperty(value, part.Path[i + 1]),
                    _ => string.Empty,
                };
                Append(text, shown, isRelated: depth > 0 || i > 0);
                return;
            }

            if (!Step(text) || related.FindModel(member.Link.Model) is not { } other) return;
            if (related.FindValues(other, value.GetString()!) is not { } otherValues) return;
            if (rest == 0)
            {
                if (depth < MaxDepth) Append(text, other, otherValues, depth + 1);
                return;
            }

            model = other;
            values = otherValues;
        }
    }

    private void Append(StringBuilder text, string shown, bool isRelated)
    {
        if (_isCut) return;
        int left = MaxLength - text.Length;
        if (isRelated) left = Math.Min(left, MaxRelatedLength - _relatedLength);
        if (shown.Length > left)
        {
            // Not between the halves of a surrogate pair.
            if (left > 0 && char.IsHighSurrogate(shown[left - 1])) left--;
            Cut(text.Append(shown, 0, left));
            return;
        }

        if (isRelated) _relatedLength += shown.Length;
        text.Append(shown);
    }

    // Counts a step of the work. False if there were too many.
    private bool Step(StringBuilder text)
    {
        if (++_steps > MaxSteps) Cut(text);
        return !_isCut;
    }

    private void Cut(StringBuilder text)
    {
        if (_isCut) return;
        _isCut = true;
        text.Append(Ellipsis);
    }
}
