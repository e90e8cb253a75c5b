namespace Findings;

public static class Use
{
    public static string? TitleOf(Job job) => job.Title;

    public static string? NameOf(Site site) => site.Name;
}
