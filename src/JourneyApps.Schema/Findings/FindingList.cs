using System.Globalization;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema;

/// <summary>Collects findings of one document, up to a limit beyond which nobody reads them.</summary>
internal sealed class FindingList(LineMap lines)
{
    private readonly List<Finding> _findings = [];

    public int Count => _findings.Count;

    public void Add(FindingRule rule, TextSpan? span, string? model, params string[] arguments)
    {
        if (_findings.Count > XmlLimits.Findings) return;
        if (_findings.Count == XmlLimits.Findings)
        {
            (rule, model, arguments) = (SchemaRules.FindingsCut, null, [XmlLimits.Findings.ToString(CultureInfo.InvariantCulture)]);
        }

        _findings.Add(new Finding(rule, new EquatableArray<string>(arguments), span is { } found ? lines.Range(found) : null, model));
    }

    public EquatableArray<Finding> ToArray() => new([.. _findings]);
}
