using JourneyApps;

namespace Acme.Field;

/// <summary>The objects of model job.</summary>
public partial class JobSet : ObjectSet<Job, JobFields>
{
    public JobSet(JourneyClient client)
        : base(client)
    {
    }

    protected JobSet()
    {
    }
}
