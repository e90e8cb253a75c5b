namespace Acme.Field;

/// <summary>The user's own part of a model.</summary>
public sealed partial class Job
{
    public string Summary => $"{Title}, {State?.Display}";
}
