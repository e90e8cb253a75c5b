using JourneyApps;

namespace Acme.Field;

/// <summary>The objects of model site.</summary>
public partial class SiteSet : ObjectSet<Site, SiteFields>
{
    public SiteSet(JourneyClient client)
        : base(client)
    {
    }

    protected SiteSet()
    {
    }

    public virtual ObjectQuery<Job, JobFields> JobsOf(Id<Site> site) => OfParent<Job, JobFields>("site_id", site);

    public virtual ObjectQuery<Job, JobFields> JobsOf(Site site) => JobsOf(site.Id);
}
