using JourneyApps;
using JourneyApps.Plumbing;

namespace Acme.Field;

/// <summary>The client that the generator makes of field.schema.xml.</summary>
public class FieldApp : JourneyClient
{
    private static readonly SchemaInfo Description = new SchemaInfo().Add<Job>("job").Add<Site>("site");

    private JobSet? _jobs;
    private SiteSet? _sites;

    public FieldApp(JourneyAppOptions options)
        : base(options, Description)
    {
    }

    public FieldApp(JourneyAppOptions options, HttpClient httpClient)
        : base(options, httpClient, Description)
    {
    }

    protected FieldApp()
    {
    }

    public virtual JobSet Jobs => _jobs ??= new(this);

    public virtual SiteSet Sites => _sites ??= new(this);
}
